/** What is wrong in one place of a file, in words the person who made the file understands. */
export type Problem = Readonly<{ line: number; column: string | null; says: string }>;

export const problemLine = ({ line, column, says }: Problem): string =>
  column ? `第 ${line} 行“${column}”：${says}` : `第 ${line} 行：${says}`;
