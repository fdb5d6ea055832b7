/** What a word does in a sentence, beyond naming an indicator, a channel or an applicant by itself. */
export type Mark =
  // parts of an indicator's name, put together by the naming rules
  | "hotline" // 热线: the enquiry line or 行风热线
  | "consult"
  | "followers"
  | "newmedia"
  | "normative"
  | "regulation"
  | "document" // 文件、发文: of which kind is not said
  | "made"
  | "repealed"
  | "amended"
  | "in-force"
  | "review"
  | "litigation"
  | "upheld"
  | "corrected"
  | "otherwise"
  | "undecided"
  | "arrived"
  | "application"
  | "answered"
  | "column"
  | "added"
  | "reviewed"
  | "cleared"
  | "stale"
  | "info"
  | "proposal"
  | "mailbox"
  | "gathered" // 公开征求到的意见: opinions, not solicitations
  // moods
  | "done"
  | "underway"
  | "plan"
  | "aim"
  | "doubt"
  | "hearsay"
  | "question"
  | "not"
  | "nil"
  | "step" // 补正、延期、撤回申请: an event of a case, no entry
  | "repost"
  | "increase"
  | "level" // 破万、突破
  | "compare" // 同比、去年同期: a yardstick, no report
  // binders
  | "total"
  | "subset"
  | "running"
  | "each"
  | "apiece" // 分别: one figure for each in turn
  | "monthly"
  | "daily"
  | "more"
  | "only"
  | "repair"
  | "except"
  // who and where
  | "outsider"
  | "place"
  | "role"
  | "office" // 办公室、法规科: a section named without being configured
  | "behalf"
  | "that-one"
  // what is left
  | "verb"
  | "noun"
  | "topic"
  | "foreign" // 阅读量、点赞: counted by people, kept by nobody
  | "aside" // an ordinary word: harmless where nothing is counted
  | "filler"
  | "chat"
  | "link"; // 和、及、以及

export type MarkedWords = Partial<Readonly<Record<Mark, string>>>;
