/// The number of a system error, such as `ENOSPC`.
package struct Errno: Error, Sendable, Hashable {
  /// As `errno` holds it.
  package var code: Int32

  /// The error of that number.
  package init(_ code: Int32) { self.code = code }
}

/// What a log needs to know of an open file.
package struct FileStatus: Sendable, Hashable {
  /// In bytes.
  package var size: Int
  /// False for a folder, a pipe, a device.
  package var isRegular: Bool
  /// Whether the group or the others have any right on it.
  package var isOpenToOthers: Bool

  /// The status of a file, for a disk made by a test.
  package init(size: Int, isRegular: Bool, isOpenToOthers: Bool) {
    self.size = size
    self.isRegular = isRegular
    self.isOpenToOthers = isOpenToOthers
  }
}

/// The system calls of a log, one closure each, so that a test can make any of them fail.
///
/// A closure makes its call once: the log itself retries after `EINTR`.
package struct Disk: Sendable {
  /// `open(2)` of a folder by its path.
  package var openFolder: @Sendable (_ path: String) throws(Errno) -> Int32
  /// `mkdir(2)` with mode 0700.
  package var makeFolder: @Sendable (_ path: String) throws(Errno) -> Void
  /// `openat(2)` of a file by its name, mode 0600 when created; symbolic links are not followed.
  package var open:
    @Sendable (_ folder: Int32, _ name: String, _ mode: OpenMode) throws(Errno) -> Int32
  /// `fstat(2)`.
  package var status: @Sendable (_ file: Int32) throws(Errno) -> FileStatus
  /// `fchmod(2)` to 0600.
  package var makePrivate: @Sendable (_ file: Int32) throws(Errno) -> Void
  /// `pread(2)` of at most `count` bytes from `offset`.
  package var read: @Sendable (_ file: Int32, _ offset: Int, _ count: Int) throws(Errno) -> [UInt8]
  /// `write(2)`; returns how many bytes were taken.
  package var write: @Sendable (_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int
  /// `ftruncate(2)`.
  package var truncate: @Sendable (_ file: Int32, _ size: Int) throws(Errno) -> Void
  /// `fdatasync(2)`.
  package var syncData: @Sendable (_ file: Int32) throws(Errno) -> Void
  /// `fsync(2)`.
  package var sync: @Sendable (_ file: Int32) throws(Errno) -> Void
  /// `renameat(2)` inside one folder.
  package var rename:
    @Sendable (_ folder: Int32, _ old: String, _ new: String) throws(Errno) -> Void
  /// `unlinkat(2)`.
  package var remove: @Sendable (_ folder: Int32, _ name: String) throws(Errno) -> Void
  /// `flock(2)`, exclusive, without waiting.
  package var lock: @Sendable (_ file: Int32) throws(Errno) -> Void
  /// `flock(2)`, released.
  package var unlock: @Sendable (_ file: Int32) -> Void
  /// `close(2)`.
  package var close: @Sendable (_ file: Int32) -> Void
}

/// What a file is opened for.
package enum OpenMode: Sendable, Hashable {
  /// To read one that is there.
  case reading
  /// To read, and to write at its end; made when it is not there.
  case appending
  /// To write a file that is not there yet.
  case creating
}
