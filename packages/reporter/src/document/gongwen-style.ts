/** 党政机关公文格式 GB/T 9704-2012: lengths in millimetres, type sizes and pitches in points. */
export const GONGWEN = {
  /** 5.1, 5.2.1: A4, 天头 37, 订口 28, 版心 156 × 225. */
  page: { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 },
  text: { width: 156, height: 225 },
  /** 5.2.3: 22 lines of 28 characters fill the 版心. */
  linesPerPage: 22,
  charactersPerLine: 28,
  /** 225 mm / 22. */
  linePitch: 28.95,
  /** What 28 characters of 16 pt have to give up to fit 156 mm. */
  tracking: -0.25,
  /** 5.2.2, 7.3.1: 3号 text, 2号 title, 4号 page numbers; 小四 and 小五 in tables are ours, the standard is silent. */
  size: { body: 16, title: 22, pageNumber: 14, table: 12, denseTable: 9 },
  /** 7.5: page numbers stand 7 mm below the 版心. */
  pageNumberDrop: 7,
} as const;

/** Faces by the names Word and WPS know; named in the file, never shipped. */
export const FACES = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  kai: "楷体_GB2312",
  hei: "黑体",
  song: "宋体",
} as const;
export type Face = keyof typeof FACES;

/** 7.3.3: 一、 黑体, （一） 楷体, 1. and （1） 仿宋. */
export const HEADING_FACES = { 1: "hei", 2: "kai", 3: "body", 4: "body" } as const satisfies Record<number, Face>;

/** Width in characters: what is not ASCII takes one, letters and digits half. */
export const widthInCharacters = (text: string): number =>
  [...text].reduce((width, character) => width + (character <= "\u007e" ? 0.5 : 1), 0);

/** Characters a line may hold so that `text`, broken to fit `room` characters, has lines of even length: 商业 over 企业. */
export function evenLine(text: string, room: number): number {
  const width = widthInCharacters(text);
  const lines = Math.ceil(width / Math.max(1, Math.floor(room)));
  return lines === 1 ? room : Math.min(room, Math.ceil(width / lines) + 0.4); // 0.4: rounding must not push one out
}
