import type { FigureId } from "@gongkai/schema";

/** A stretch of text. */
export type TextRun = Readonly<{ text: string }>;

/**
 * A number as it is printed (`text`), still tied to the figure it prints and to that figure's value in the
 * printed unit (件, 条, 万元 …). `null`: nobody has reported it; `text` then says so.
 */
export type FigureRun = Readonly<{ text: string; figure: FigureId; value: number | null }>;
export type Run = TextRun | FigureRun;
export const isFigureRun = (run: Run): run is FigureRun => "figure" in run;

/** 一、 is level 1, （一） level 2, 1. level 3, （1） level 4 (GB/T 9704-2012, 7.3.3). */
export type HeadingLevel = 1 | 2 | 3 | 4;
export type Heading = Readonly<{
  kind: "heading";
  level: HeadingLevel;
  runs: readonly Run[];
  /** Begins a page, as an annex does; absent in the report itself. */
  newPage?: true;
}>;
export type Paragraph = Readonly<{ kind: "paragraph"; runs: readonly Run[] }>;

export type Cell = Readonly<{
  runs: readonly Run[];
  colSpan: number;
  rowSpan: number;
  /** What it is the header of; absent on data cells. */
  header?: "column" | "row";
  align: "left" | "center";
  /** Set top to bottom, as the label 三、本年度办理结果 of table 三. */
  vertical?: true;
}>;

/** `rows` lists a cell once, in the row and column where its span begins, as HTML does. */
export type Table = Readonly<{
  kind: "table";
  /** Unique in the document: `t2` `t3` `t4`. */
  id: string;
  caption: string;
  rows: readonly (readonly Cell[])[];
  /** Rows repeated at the top of every further page; 0 when headers stand inside the table, as in table 二. */
  headerRows: number;
  /** One share of the text width per column; only their proportions count. */
  widths: readonly number[];
  /** Many narrow columns: set small, so that it stays on one page. */
  dense: boolean;
  /** A list as long as it happens to be: it may break over pages between any two rows. */
  flows?: true;
}>;

export type Block = Heading | Paragraph | Table;

/** 署名 and 成文日期 as printed: 某某市商务局, 2026年1月20日. */
export type Signature = Readonly<{ organ: string; date: string }>;

/** The report without a format: every renderer reads this and nothing else. */
export type DocumentTree = Readonly<{
  /** 发文机关标志 of an office that prints one, line by line, above a red rule (GB/T 9704-2012, 7.2). */
  letterhead?: readonly string[];
  /** The title, already broken into lines. */
  title: readonly string[];
  organ: string;
  year: number;
  /** A draft says 草稿 on every page. */
  draft: boolean;
  signature?: Signature;
  blocks: readonly Block[];
}>;

export const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join("");
