import BadgeRequest
import Course
import Testing

/// A demande sealed by `Tests/outside/sealed_request.py`: the protocol, pinned to the byte.
@Suite("A demande sealed by another program") struct OutsideSealTests {
  @Test("opens with the key it is for, and holds what was put in")
  func opens() throws {
    let key = try #require(ReceivingKey(pem: Self.alice))
    let file = try SealedRequest(reading: Array(Self.file.utf8))
    #expect(file.issuer == "did:web:cdg.example" && file.keyID == "demandes-2026")
    let request = try RequestSeal.open(file, with: key)
    #expect(request.recipient == .displayedName("Zoé « d’Août »"))
    #expect(request.account == 1000)
    #expect(request.completed.description == "2026-11-21T09:12:33Z")
    #expect(request.attempt.drawn.map(\.question) == ["RU01-003", "DP-7"])
    #expect(request.attempt.answers == ["RU01-003": [1, 3]])
  }

  /// Alice's key of RFC 7748 §6.1.
  private static let alice = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VuBCIEIHcHbQpzGKV9PBbBclGyZkXfTC+H68CZKrF3+6UduSwq
    -----END PRIVATE KEY-----

    """

  private static let file =
    #"{"v":1,"emetteur":"did:web:cdg.example","cle":"demandes-2026","#
    + #""enc":"FqDaSPQHc5PGqMo4rsEDYlGVEJo1POQ_2BW3axE3tmc","chiffre":""#
    + letters + "\"}\n"

  private static let letters = """
    ZmXQkRGJJOByw5ms1R_g4Dai2sG4_SRSTs6Nzf1L8ml0Ixkf3Nl4pCJlwL7y45J5ecHLsN7e-YQxSkt7pQ0bjmH-2pl6AT\
    L_BspmfR5qsWjHNrh_InwMDW5WqQEkLWN5UezCTbjdf5BgT26iaKR_U8-_rdpTYKzjcyXhnIpILQoV-s4RDI2gB-H2Kxzr\
    _fVlTCZx4hXVCN2SXmU62bO_ylbx2p3MisxtkMUBNLmMiUbIPpipdkioxLZPJCe_QsA_Zj5oqcaIn6cXlaaf6sMWh3W0M_\
    wjJkyeMN2x9c_WCqier9UVHtrqND6lljhOiEaviXmmgUV_DnHmFcw4mURyYQSE4XuKYaKpZBBC1spUsr_A26Fi4ioB2sYp\
    3NOuaGlTxc9YfG2DXDNoxyVlGuSrsLcZJ-4tF90Jzc3PxBaAXiLXT_lXoq_I0lV7tcTSN9aMCjJoPCp_CyOhyZ7jY7hBto\
    4OWpkddgqZYOqJGE8m8_jq843D4eIKJivwyNbRqaiH9Ti7lHRES21Yg0FPqF6Esy2-oq1nPIcA5gdj79O5FomqHAWGdWeK\
    cwjzVqG20SSPiQzChlmZCuAFr0pES5JJ2PnFeRdvjdRK3EVH8dUnMBsyDL2_v5RwL7c7KCyOWb7m9ZqKdOzSNbE3gzaZ7k\
    Uu265QZj4cJUd5Sl4mObVLZ9vkUsC5ym4Jx37f7yF-ci-blKIJOcSekAMlxX4LFEhPG-0YkH0bi59cxhUmLvM4VznSYo0L\
    CTqC_LHLgxMxzWfHI8RaYzeqfstOxtAWNs0VebQDe227eH7RTGztMAqIMGQWRSBMeMwh0MHbd98nPNkHG3M5IandxKmmNm\
    cUjQRvEtqm75lRF190vjm53HDcXI2EQeHwn_-mmda3tx_YdQ6k2h7MNbHGGuxtWIQlnGD32Bdazir8LiRlvdDqlakaXNBz\
    5SAOuqNpK6iO5p_SfqrGzBE1_Mw1RU8AYVEc4e7a848yucvf_H7Qv_XG1pUxqkgSW29-8yxtB-fdA4NeYd44ma36LDPDY9\
    C5Jhc0uZAuGPT9Na4nHkKP_OrcfJ79Bk7LRLh2PrS62OHzuP8Ey9FaiXYxdu1wISNexF6x0cirnCIsaA061chXjGpPbtGF\
    ieC8Vaj4N9I1_bP0HhYuNFLSOtEYrlwRvPF1H5C8TFW1ps-fOvY9JqVdk87Pzjw_HYSMfrzfetyxkwIoOM8B6XFrO7FsAe\
    aJCN3YM91c3-VreaZ7gjFPx9D42uIzZyWVs-7hcag31N6psx68JnmMG8CJufZHkPGriMmZXmAQ6rdyUpkmmjucmXSI20Nz\
    NRX-JoTw8YEybVgAE3FDmGJqBWGtLRHiokEskXp3Fy6XYqgfZmI-b9ytwVExcMz2SzJWrpeJoiaVru9U2mZbpq4B1X0FCf\
    iiwNgi8QbaUvWCAJLwOw7MUbJNz9NsmAfXu64uHbzDQ0xRYWUSyAfuT3k3heT8g-Oq-izNdDKJBCHRj5nkBDInr8yJXB6B\
    Fj4DdrueZVkjOkeHfoUHib1ORyMp35DJIpjH5WgcLBRKjLfrra5RhxtROxSpGG5VpsjBc4ygdlOEShFEZy27herCDYqu9J\
    _oeF9fg22u7X3RZpYB60wK2ekRny9y0SHmKdl-GyYNJi2tj_iYgsXxP5C96nXGwln695Cv_BuW3MC63VF99UkjuLg7Ff5B\
    6vy4wFEM1yBpZR0nxhGCPg-Gm3yPKeetjqL6VxF2a2sbcJ0rRO3P64cDafEUfaXDuGuB3mKumbSsPSupK8nW6ql-kp8J-G\
    AIeH4x7EZQqb9P0n7GIFEf8SYIu1pp9maNvBnWSCr9d_-vo3KxtFJ4jsizMYxJyaoWY00cOV14uviv2lIr58ziEiRm71OK\
    nGY9u7hDZ-xPwFw9NLqeIXgwhaAy3cYh5Yu1KO37iCsTC4SI2BbIKr-o6C_k6gNfuNNq6PWHG7jnX8TTaSBsQApqyHoJqO\
    E4A8UzVxTQYfsvNfJwfHgMdAj4rD6qdzBoaqlP0xHA9HiFFMmS8ztG4P84_KMfGcom8idemt4K0xsKZabkboO34oNvlU-C\
    Xgxfgs411FXfwmJUIPKTlpcbVVwQWAgjGMZ2e4uDrXrDFZFVEIx5ZJ1ctbvep2Ox6Cq7ghctmkhilQYBno6de_g7snqd8Y\
    Ai-6qrby38IOl-Gg7dCfawO8Us0-Knj-c0gS7wy3b-txrNPupN2rwYD0peFxnvst3WF6mq8a5M8c5P_U9etf2tH9vPUZ0i\
    oamVkDh2V1_x0EB2LhzI0trxG8Wx9O0aiq4T-plewNocgDAwfBX-FGNB-6TGJ3IC0K9dSLCfTJbYJwlkCbawb6aJV4QtxN\
    qb-5DAu3wW4epKYhxdEaHdTawNilJ5EK2l1OmxB3X_XEECqdOujzx-KULpfzUTH_0F257_ER0H_aPCTxrtNK-kZszDADxv\
    qN2xZA9OGa-3ydzRWAL6Nwdw0StZLCFMoABwMpKoLLL0rNM1KOaYa0ShTKAs9RnT5Ek_tqui5n9FB2VZjx2LVkRL8l9djs\
    jMg7nHQaU87cCGFsaSo5A1xNjo9dtLkhWLfwvGjRoGisr6yeFb5eWvvMnCFUFgqDuNSvtDDSxIxWPAgIUndVR5yMxaA1h5\
    pN_deP4n5hpUdDQayHCW8TvArUnpXxGSnKb-HChUtAWTjVbNt5sQkYMlhh4n8PLn73p93DAIjCoK6NENjgtR0XqCczKRhR\
    ElH4zzSoCS45g0wCMClP0rTSaXc87_nicoMEGYDdP0MwnI4GwPUNVuCA_eBe1Ea05b140zCqsxQk9shZ-04GL4RRwbfYKj\
    To5DPYKJAk_bgizDSgPOajXIM_faKHgn_dy6bnnqYaQxJ9P0XghOG-w-aBKf6bVHqXhrs5aHy1JThK5MkXsV9WDhXgADZh\
    MwRumpyZyUr0o2J9UkCrbTUSHz1jeS8LWC5t2dTKAoy562ITnd9OEKEJxB55NLMu365m51XvL3JWPkfhfNAjbLekV2oQTK\
    V8flnYjYRHBNU9WuChG23ARhSnp4t03NfiurXjMuZ5W2xyygE794g-d0JVNI8rUUMTisz9Qv3oIqvAc8dlfYm1drboz2ir\
    cdpugjEqVKxAQfuDWiMvxDVNdxFn9GjZ4N0vLiSrrco7-l8_JxlOTqBogPh2NzoaQNaOjNWUa-YWa0jcs3tCUcEIzZKWX1\
    DzkVkZjdjF5HPyuXHzm8yI1zqkIi1QbElyy8jWtkI46ZeK7_sZQYlc7PJbbc9WSrMRLm616SFTebgOaXShDxKqaP_wdRha\
    HduAJB7JTtqpcUSe11j_r86X9OfbG6yhEYnPMJlFRMhTsGSQ1dhFKdA3Mxc7T6dbEli1pc7Y2HGCgQe9m8dMGqbSKgc8-r\
    _3OuAX9i3Mr6lEEFK3j5TMDPw8ZAvcVfz_eU6CWwUPrklNDg_gxnIsD4GUt1Gs-8mncI0Qt5jRcDKqFNzWt-6x8K1T9E76\
    j7o2GYqaBsGGZI7_77zvn-2uJyQbVuz5_tUZHkuuo3gU1H21sZfC-dJIERspW0xeXeRb3iBG3K92xQoeRf9o0hJzP6h_x0\
    BZS7CHwU5hKu7_1efBWgzvIgNqnhHitYUjWgUvy6PM_gSL0cqR62LwpbdMQnKEM3c0JaboqpgjmroIEnf6YKTyz_EMuGGO\
    -RV1k1ioxX-USMzWmLKagTYKOQkS-erBXBLoe5DttVzCxRA4Voq50Efx06JETdGbXDf8WbmS_GoGkXIKFHERIBX7TYC5Gk\
    vvHqMdjtlDigUpYh6e2tu1nIH5l_rmqaHYsoGbvbNHGa7EZVQ8vC8xw7wkPS2hV-cSP2lyz8nyVXgVDN-EeFww8xmQbt-Q\
    w21n4YgmMx9XCq3equ6GwnFVkgcFTTzbJU_omFq75YWDoAvDcycmmyVRvMkEpPvaOhbjJSj8Cjhal6Prvd6UI7gsYRvKQw\
    WBTQ-6zuoGDc_bOKUxPoK186cM22ZDkEZIiXqZ7y4p2NZgJf-kpPhDj_q3S5CAXmI6rOes-PbcFEQIYBqR-z3EEX-G1Wz2\
    OUrLCafHuWFxaGqElkbP3C3t3hL7Kk2HVzNcBOc6zzxJv4Q5ZjOeyrf7_UItBLF6-1mq4KC2YVZpjCNR75MsaFvFFIHioa\
    8bK0CAqdEJVCHVuR-5Hdq9ZSAwvxkmMUW-AzPy1iacb5BblONmWeBKItswdpAaZdt4XWGL1pHIP4G-d6yT-EfaxKjLGwXL\
    sbNWACS3e9NEd8MxO71SdXxeFegGOubpWA7IElavGP4jYJhyJmS0V8cybsHJKBCpucLPY7CqwKUY7uPEHeDV2wI7PsCGq7\
    HjuJvamIAsDNppy12Zw5nmOTdKogGqaMX6cYJgTx6CQyzs3QbFgImPyLAUtG7WO1OWSOcJlFJxrnat4A3yAgzE9FNizX8J\
    mawb1nyL8QymX1RMVXSs-vgmHHOATr061UMUGmWDLLK8z7H28vhlzA8JcqebWi_68Wxpg4KtWBJqiYNuMv825UJ5tTzmTn\
    WKp7yeDOdiymKcOFbZ2BX4Q7gs144pBtJFAZ57mkfZ2_HmjSWsnaRZjSRjPzTtmSmiUfmnntPrgUT0RvsX9kbX26s-MDAr\
    1tTXU1aUSMQmgEpEXdyePc2HQ7vL2VJn1nsU7Obw2CI4QA7QV4kph84Q6AxhSaO-TMmQTxeocSQqyylbrVxr87LXkaMBCi\
    N6-lnL7dBu1SnM17iGHE5pFzHBRitCbpQ8qrINxUVfzGHnXO9f8nQFlaeqSwd_8bYSd4myQ6ZJt27i5309j1XXgbL8VVC6\
    XQXfX9wBVnsCRiXUk-BA_jc1jr1ksz-dVatEvxVg0SF3Wx5azCNM2siUsNattbf3pxl3Lp1ExsGS_mLful0x_xTAZ6vBz2\
    na42PXrvXhS9d6pfQRhvNkkul_txqtqBu-8mLW9dXCxQUrlioLJK-iSWA1K19ps7usGq1wTcZzEa5UOJJa7jMD6L-W49fe\
    l-qcP4t4_5YBzZVc3IcUKk-bOvvepeKaqzBd44AlMzR8kP8_7RyjEUhiM13mdXCZcjP-pfKeikwMZHrr83_EfqvGZiuk8J\
    Fs3MM88XsropRzOG7rpRnvgRGJPGfR8rc38T-F1avVBSJy5F8Z4br0xVW3K1ycGJZJBC7NT1rZzVrx8kP7aUs4ONLhhVq2\
    Xl6qGUkSf9J5Y_jOQfhlpslZnDCVnLpb5juc-f7hhASx7IWRY156ErihOvZlkt5znEm_7dfWbJ7ZL5HbDbxykNAAoW9Q51\
    OIIeCag82cMc66V3qTpWLGLTtEhAGBQDtNQA9SStKxiP_fNbVCoO4nnc7zlyEtfTl0loZ1ChQNomDWv87w9V1wkrMPTTnA\
    HZpKWNFyUHgk7M_heL3Db-5SQLsawX_3IbFq2bp2wxRvxAlZgdPSH-GrupQyBl8uPevUyPCathuNRH7kDp4DfwYQwDMnHj\
    nfuqKf3Qs1RUZcEyS9jK_kK0ZmTJoPg
    """
}
