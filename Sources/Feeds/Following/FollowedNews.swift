/// What happens to a file that is followed.
public enum FollowedNews: Sendable, Equatable {
  /// Lines have come; once they are kept, following can go on from the bookmark.
  case pieces([FeedPiece], FeedBookmark)
  /// The file was emptied; it is read from its beginning again.
  case truncated
  /// Another file has taken the file's name; it is read from its beginning.
  case rotated
  /// The file can't be read for now; it is tried again. Told once for each new reason.
  case unavailable(FeedFileError)
}
