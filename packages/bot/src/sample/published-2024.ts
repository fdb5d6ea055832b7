import { FIGURE_IDS, type FigureId } from "@gongkai/schema";

/** What the sample office published for 2024; figures not named were 0. Money in fen. */
const NOT_ZERO: Readonly<Partial<Record<FigureId, number>>> = {
  "t2.license.decisions": 203,
  "s1.disclosed": 261,
  "s1.site_visits": 451_870,
  "s1.newmedia": 487,
  "s1.weibo_followers": 9_352,
  "s1.wechat_followers": 30_714,
  "s1.interaction": 790,
  "s1.online_services": 98,
  "s1.publicity": 8,
  "s1.reviewed": 261,
  "s1.cleared": 41,
  "s1.key_area": 39,
  "s1.mailbox": 95,
  "s1.columns": 2,
  "s1.training": 3,
  "s1.inspections": 5,
};

export const PUBLISHED_2024: readonly Readonly<{ figure: FigureId; quantity: number }>[] = FIGURE_IDS.map((figure) => ({
  figure,
  quantity: NOT_ZERO[figure] ?? 0,
}));
