/** Words on buttons and cards: ten characters at most on a button. */
export const UNDO_LABEL = "撤销";
export const CHANGE_LABEL = "修改";
export const SUBMIT_LABEL = "确定";
/** Title of a card whose first line is too long for one. */
export const ECHO_TITLE = "请您过目";
export const ASK_TITLE = "请您选一个";
/** A choice too long for its button is pressed by its number in the text. */
export const numberedLabel = (place: number): string => `第${place + 1}个`;

/** Shown on the buttons of a card that was pressed. */
export const UNDONE_STAMP = "已撤销";
export const CHANGING_STAMP = "请说新的数";
export const PRESSED_BEFORE_STAMP = "已处理过";
export const NOT_DONE_STAMP = "没有改动";
export const chosenStamp = (label: string): string => `已选：${label}`;
