import type { Face } from "../../document/gongwen-style.ts";
import type { SerifWeight } from "../typst/serif-slices.ts";

/**
 * Faces of GB/T 9704 under the names machines know them by, best first. They are used where they are installed and
 * never shipped; what they lack, or all of it, is set in the serif that is.
 */
export const INSTALLED_FACES: Readonly<Record<Face, readonly string[]>> = {
  title: ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"],
  body: ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong", "FandolFang", "FandolFang R"],
  kai: ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti", "FandolKai", "LXGW WenKai"],
  hei: ["黑体", "SimHei", "华文黑体", "STHeiti", "FandolHei"],
  song: ["宋体", "SimSun", "华文宋体", "STSong", "FandolSong"],
};

/** Weight of the shipped serif that stands in for a face: bold where the standard wants a face to stand out. */
export const STAND_IN_WEIGHT: Readonly<Record<Face, SerifWeight>> = {
  title: 700,
  body: 400,
  kai: 400,
  hei: 700,
  song: 400,
};
