private let ob = Namespace.badges
private let schema = Namespace.schema
private let xsdSecure = Namespace.xsdSecure

/// The part of the Open Badges contexts on people, organisations and what designates them.
enum ProfileTerms {
  static let types = [
    TypeTerm(
      "Address", ob + "Address",
      [
        Term("addressCountry", schema + "addressCountry"),
        Term("addressCountryCode", ob + "CountryCode"),
        Term("addressLocality", schema + "addressLocality"),
        Term("addressRegion", schema + "addressRegion"),
        Term("geo", ob + "GeoCoordinates"),
        Term("postOfficeBoxNumber", schema + "postOfficeBoxNumber"),
        Term("postalCode", schema + "postalCode"),
        Term("streetAddress", schema + "streetAddress"),
      ]),
    TypeTerm(
      "GeoCoordinates", ob + "GeoCoordinates",
      [Term("latitude", schema + "latitude"), Term("longitude", schema + "longitude")]),
    TypeTerm(
      "IdentifierEntry", ob + "IdentifierEntry",
      [
        Term("identifier", ob + "identifier"), Term("identifierType", ob + "identifierType"),
      ]),
    TypeTerm(
      "IdentityObject", ob + "IdentityObject",
      [
        Term("hashed", ob + "hashed", .literal(xsdSecure + "boolean")),
        Term("identityHash", ob + "identityHash"),
        Term("identityType", ob + "identityType"),
        Term("salt", ob + "salt"),
      ]),
    TypeTerm("Image", ob + "Image", [Term("caption", schema + "caption")]),
  ]

  /// The type whose picture changed from one version to the next.
  static func profile(image: String) -> TypeTerm {
    TypeTerm(
      "Profile", ob + "Profile",
      [
        Term("additionalName", schema + "additionalName"),
        Term("address", ob + "address", .reference),
        Term("dateOfBirth", ob + "dateOfBirth", .literal(xsdSecure + "date")),
        Term("email", schema + "email"),
        Term("familyName", schema + "familyName"),
        Term("familyNamePrefix", ob + "familyNamePrefix"),
        Term("givenName", schema + "givenName"),
        Term("honorificPrefix", schema + "honorificPrefix"),
        Term("honorificSuffix", schema + "honorificSuffix"),
        Term("image", image, .reference),
        Term("otherIdentifier", ob + "otherIdentifier", in: .set),
        Term("parentOrg", ob + "parentOrg", .reference),
        Term("patronymicName", ob + "patronymicName"),
        Term("phone", ob + "phone"),
        Term("official", ob + "official"),
      ])
  }
}
