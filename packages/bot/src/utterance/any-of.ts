/** One pattern that matches wherever any of `ways` does, the first that fits; so that a long list of ways can be read a line at a time. */
export const anyOf = (ways: readonly RegExp[], flags = ""): RegExp =>
  new RegExp(ways.map(({ source }) => source).join("|"), flags);
