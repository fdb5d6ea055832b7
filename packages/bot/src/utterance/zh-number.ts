/**
 * A numeral is a type before it is a value: only `exact` may ever be written.
 * `approximate`: 十几, 三十来, 两三, 3-5. `malformed`: 两十, 1.2.3万, 四万二千五万. `to` is where it ends.
 */
export type Numeral =
  | Readonly<{ type: "exact"; value: number; to: number }>
  | Readonly<{ type: "approximate"; to: number }>
  | Readonly<{ type: "malformed"; to: number }>;

const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([..."零一二三四五六七八九"].map((char, value) => [char, value])),
  ...Object.fromEntries([..."零壹贰叁肆伍陆柒捌玖"].map((char, value) => [char, value])),
  〇: 0,
  两: 2,
  俩: 2,
  仨: 3,
  幺: 1,
};
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
};
const TENS: Readonly<Record<string, number>> = { 廿: 2, 卅: 3, 卌: 4 };

const NUMERAL_CHARS = "零〇一二三四五六七八九十百千万亿两俩仨幺廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟";
const NUMERAL = new RegExp(`[${NUMERAL_CHARS}]`);
const FUZZY = /[几多余来数好]/;
const RUN = new RegExp(
  `(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)*|[${NUMERAL_CHARS}]|(?<=[0-9])[kw](?![a-z0-9])|点(?=[零〇一二三四五六七八九])`,
  "y",
);

type Atom = Readonly<
  { digits: string } | { unit: number; char: string } | { digit: number; char: string } | { point: true }
>;

/** Is the numeral between two readings that differ by one, as in 两三 or 七八? 三五 and 一二 count as well. */
function isSpread(first: number, second: number): boolean {
  return second - first === 1 || (first === 3 && second === 5);
}

function atomsOf(text: string, at: number): Readonly<{ atoms: Atom[]; to: number; broken: boolean }> {
  const atoms: Atom[] = [];
  let to = at;
  let broken = false;
  for (;;) {
    RUN.lastIndex = to;
    const found = RUN.exec(text)?.[0];
    if (!found) break;
    if (found === "点") {
      // 三点五万 and 八点二万元 are decimals; 八点二十 is a time, and 点 without 万 behind its digits is one too
      const decimal = /^点[零〇一二三四五六七八九]+(?=[万亿])/.exec(text.slice(to, to + 12));
      if (!decimal || atoms.length === 0) break;
      atoms.push({ point: true });
      to += 1;
      continue;
    }
    if (/[0-9]/.test(found)) {
      if ((found.match(/\./g) ?? []).length > 1) broken = true;
      atoms.push({ digits: found.replaceAll(",", "") });
    } else if (found in TENS) atoms.push({ digit: TENS[found] ?? 0, char: found }, { unit: 10, char: "十" });
    else if (found in UNITS) atoms.push({ unit: UNITS[found] ?? 0, char: found });
    else atoms.push({ digit: DIGITS[found] ?? 0, char: found });
    to += found.length;
  }
  return { atoms, to, broken };
}

/** 〇 and 二〇二六: digits read out one by one. Two digits are no such reading (三五 is a spread). */
function readOut(atoms: readonly Atom[]): number | "spread" | undefined {
  const digits = atoms.map((atom) => ("digit" in atom ? atom : undefined));
  if (digits.some((digit) => digit === undefined || digit.char === "两")) return undefined;
  if (digits.length < 3) return undefined;
  return Number(digits.map((digit) => digit?.digit).join(""));
}

type Sum = { total: number; section: number; pending: number | null; lastUnit: number; zero: boolean };

/** Folds digits and units by the rules of a written numeral; null when it is not well formed. */
function fold(atoms: readonly Atom[]): number | "spread" | null {
  const sum: Sum = { total: 0, section: 0, pending: null, lastUnit: 0, zero: false };
  let lastBig = Number.POSITIVE_INFINITY; // 万 after 亿, never after another 万
  let decimals: string | undefined;
  for (const [index, atom] of atoms.entries()) {
    const previous = atoms[index - 1];
    if ("point" in atom) {
      if (decimals !== undefined || sum.pending === null) return null;
      decimals = "";
    } else if ("digits" in atom) {
      if (sum.pending !== null || decimals !== undefined) return null;
      if (previous && "unit" in previous && atom.digits.length > 1 && Number(atom.digits) * 10 >= previous.unit * 10)
        return null;
      sum.pending = Number(atom.digits);
      if (previous && "unit" in previous && atom.digits.length > 1 && !sum.zero) sum.zero = true;
    } else if ("digit" in atom) {
      if (decimals !== undefined) {
        decimals += atom.digit;
        continue;
      }
      if (atom.digit === 0 && atom.char !== "两") {
        if (atoms.length === 1) return 0;
        if (sum.pending !== null) return null;
        sum.zero = true;
        continue;
      }
      if (sum.pending !== null) {
        const next = atoms[index + 1];
        const both = "digit" in (previous ?? {}) && isSpread(sum.pending, atom.digit);
        return both && (!next || "unit" in next) ? "spread" : null;
      }
      sum.pending = atom.digit;
    } else {
      const fraction = decimals === undefined || decimals === "" ? 0 : Number(`0.${decimals}`);
      decimals = undefined;
      if (atom.unit >= 10_000) {
        if (atom.unit >= lastBig) return null;
        lastBig = atom.unit;
        if (sum.pending !== null && sum.section > 0 && sum.lastUnit >= 100 && !sum.zero) return null; // 一千一万
        const section = sum.section + (sum.pending ?? 0) + fraction;
        if (section === 0 && !(sum.pending === 0 && atoms.length === 2)) return null; // 0万元 is a stated nil, 万 alone is none
        sum.total += round(section * atom.unit);
        sum.section = 0;
      } else {
        if (sum.pending === null && !(atom.unit === 10 && (index === 0 || sum.section > 0 || sum.total > 0)))
          return null;
        if (sum.lastUnit > 0 && sum.lastUnit < 10_000 && atom.unit >= sum.lastUnit) return null;
        if (atom.unit === 10 && previous && "digit" in previous && previous.char === "两") return null; // 两十 is no numeral
        // 三万五百 wants its 零: 30500 and 35000 are both heard
        if (!sum.zero && sum.lastUnit <= 10_000 && sum.lastUnit > atom.unit * 10) return null;
        sum.section += round(((sum.pending ?? 1) + fraction) * atom.unit);
      }
      sum.lastUnit = atom.unit;
      sum.pending = null;
      sum.zero = false;
    }
  }
  if (decimals !== undefined) return null;
  if (sum.pending === null) return sum.zero ? null : sum.total + sum.section;
  const last = atoms.at(-1);
  const bare = last && ("digit" in last || ("digits" in last && last.digits.length === 1));
  // 一百五, 三万五, 3万5: a digit left over without 零 is the next lower unit
  const scale = bare && sum.lastUnit >= 100 && !sum.zero ? sum.lastUnit / 10 : 1;
  if (!bare && sum.lastUnit > 0 && sum.pending >= sum.lastUnit) return null;
  if (!bare && sum.lastUnit > 0 && !Number.isInteger(sum.pending)) return null;
  return sum.total + sum.section + sum.pending * scale;
}

/** Money is the only fraction we keep; six places hide the binary tail of 4.3 × 10 000. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;

/** What a numeral can begin with: most characters of a message are none of these. */
const BEGINS: ReadonlySet<string> = new Set(`0123456789${NUMERAL_CHARS}近约上数好几`);

/** Reads the numeral that begins at `at`, as far as it goes; undefined when none begins there. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  const first = text.charAt(at);
  if (!BEGINS.has(first)) return undefined;
  if (/[近约上数好]/.test(first) && /^(?:近|约|上|数|好几?)[十百千万]/.test(text.slice(at, at + 4))) {
    const { to } = atomsOf(text, at + (text.startsWith("好几", at) ? 2 : 1));
    return { type: "approximate", to };
  }
  if (/^(?:好几|几)[十百千万]/.test(text.slice(at, at + 3))) {
    const { to } = atomsOf(text, at + (first === "好" ? 2 : 1));
    return { type: "approximate", to };
  }
  if (
    !/[0-9]/.test(first) &&
    !(NUMERAL.test(first) && first !== "百" && first !== "千" && first !== "万" && first !== "亿")
  ) {
    const hundreds = /^[百千万](?:余|把|来|十来)/.exec(text.slice(at, at + 3))?.[0];
    if (hundreds) return { type: "approximate", to: at + hundreds.length };
    // 万三, 千二: the digit before the unit was misheard
    return /^[百千万亿][0-9一二两三四五六七八九]/.test(text.slice(at, at + 2))
      ? { type: "malformed", to: atomsOf(text, at).to }
      : undefined;
  }
  const { atoms, to, broken } = atomsOf(text, at);
  if (atoms.length === 0) return undefined;
  const after = text.charAt(to);
  const more = text.charAt(to + 1);
  if (FUZZY.test(after) && !(after === "来" && /[了自]/.test(more)) && !(after === "好" && !/[几]/.test(more))) {
    const far = /^(?:几|多|余|来|数)[万千百十]?/.exec(text.slice(to, to + 2))?.[0] ?? after;
    return { type: "approximate", to: to + far.length };
  }
  const range = /^(?:-|~|至|到|或|、)(?=[0-9一二两三四五六七八九十])/.exec(text.slice(to, to + 2));
  if (range && range[0] !== "、") {
    const end = atomsOf(text, to + 1);
    if (end.atoms.length > 0) return { type: "approximate", to: end.to };
  }
  if (broken) return { type: "malformed", to };
  const value = readOut(atoms) ?? fold(atoms);
  if (value === null) return { type: "malformed", to };
  if (value === "spread") return { type: "approximate", to };
  return { type: "exact", value: round(value), to };
}
