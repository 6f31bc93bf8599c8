// @ts-check
// Draws a QR code (ISO/IEC 18004): bytes, error correction M, versions 1 to 10, the mask with the fewest penalties of 8.

/** For each version: codewords in all, error correction codewords a block, blocks; and where alignment patterns are centered. */
const BLOCKS = [[26, 10, 1], [44, 16, 1], [70, 26, 1], [100, 18, 2], [134, 24, 2], [172, 16, 4], [196, 18, 4], [242, 22, 4], [292, 22, 5], [346, 26, 5]];
const CENTERS = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
/** @type {((x: number, y: number) => boolean)[]} */
const MASKS = [
  (x, y) => (x + y) % 2 < 1, (_, y) => y % 2 < 1, (x) => x % 3 < 1, (x, y) => (x + y) % 3 < 1,
  (x, y) => ((y >> 1) + Math.floor(x / 3)) % 2 < 1, (x, y) => ((x * y) % 2) + ((x * y) % 3) < 1,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 < 1, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 < 1,
];

const EXP = new Uint8Array(512), LOG = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i++, x = (x << 1) ^ (x & 128 ? 0x11d : 0)) { EXP[i] = EXP[i + 255] = x; LOG[x] = i; }

/** The error correction codewords of a block. @param {number[]} data @param {number} count */
function correction(data, count) {
  let divisor = [1];
  for (let i = 0; i < count; i++) {
    divisor = [...divisor, 0].map((c, j) => c ^ (j && divisor[j - 1] ? EXP[LOG[divisor[j - 1]] + i] : 0));
  }
  const rest = [...data, ...new Array(count).fill(0)];
  for (let i = 0; i < data.length; i++) {
    const factor = rest[i];
    if (factor) for (let j = 0; j <= count; j++) rest[i + j] ^= EXP[LOG[divisor[j]] + LOG[factor]];
  }
  return rest.slice(data.length);
}

/** All codewords in the order in which they are drawn. @param {Uint8Array} bytes @param {number} version counted from 0 */
function codewords(bytes, version) {
  const [total, per, blocks] = BLOCKS[version];
  const room = total - per * blocks, long = version > 8 ? 16 : 8;
  let bits = "0100" + bytes.length.toString(2).padStart(long, "0");
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  bits = (bits + "0000").slice(0, room * 8);
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0");
  const data = bits.match(/.{8}/g)?.map((eight) => parseInt(eight, 2)) ?? [];
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);
  const parts = [];
  for (let i = 0, at = 0; i < blocks; i++) {
    const size = Math.floor(room / blocks) + (i >= blocks - (room % blocks) ? 1 : 0);
    parts.push(data.slice(at, at += size));
  }
  /** @param {number[][]} rows */
  const woven = (rows) => Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, i) => rows.map((row) => row[i])).flat().filter((c) => c !== undefined);
  return [...woven(parts), ...woven(parts.map((part) => correction(part, per)))];
}

/** A number followed by its remainder. @param {number} value @param {number} length of the remainder in bits @param {number} divisor */
function remainder(value, length, divisor) {
  let rest = value << length;
  for (let i = 31; i >= length; i--) if ((rest >>> i) & 1) rest ^= divisor << (i - length);
  return (value << length) | rest;
}

/** The fixed patterns: rows of true, false, or undefined where data go. @param {number} version @param {number} mask */
function patterns(version, mask) {
  const size = 21 + 4 * version;
  /** @type {(boolean | undefined)[][]} */
  const grid = Array.from({ length: size }, () => new Array(size).fill(undefined));
  /** @param {number} x @param {number} y @param {boolean} dark */
  const set = (x, y, dark) => { if (x >= 0 && y >= 0 && x < size && y < size) grid[y][x] = dark; };
  for (let i = 0; i < size; i++) { set(6, i, i % 2 < 1); set(i, 6, i % 2 < 1); }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dx = -4; dx <= 4; dx++) for (let dy = -4; dy <= 4; dy++) {
      const far = Math.max(Math.abs(dx), Math.abs(dy));
      set(cx + dx, cy + dy, far !== 2 && far !== 4);
    }
  }
  const centers = CENTERS[version], end = centers.length - 1;
  centers.forEach((cx, i) => centers.forEach((cy, j) => {
    if ((!i && !j) || (!i && j === end) || (i === end && !j)) return;
    for (let dx = -2; dx <= 2; dx++) for (let dy = -2; dy <= 2; dy++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }));
  const format = remainder(mask, 10, 0x537) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const dark = ((format >> i) & 1) > 0;
    set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, dark);
    set(i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, 8, dark);
  }
  set(8, size - 8, true);
  const number = version > 5 ? remainder(version + 1, 12, 0x1f25) : 0;
  for (let i = 0; version > 5 && i < 18; i++) {
    const a = size - 11 + (i % 3), b = Math.floor(i / 3), dark = ((number >> i) & 1) > 0;
    set(a, b, dark);
    set(b, a, dark);
  }
  return grid;
}

/** @param {number[]} words @param {number} version @param {number} mask @returns {boolean[][]} */
function drawn(words, version, mask) {
  const grid = patterns(version, mask), size = grid.length;
  let bit = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) < 1;
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y][x] !== undefined) continue;
        const dark = ((words[bit >> 3] >> (7 - (bit & 7))) & 1) > 0;
        grid[y][x] = dark !== MASKS[mask](x, y);
        bit++;
      }
    }
  }
  return /** @type {boolean[][]} */ (grid);
}

/** How hard a drawing is to read. @param {boolean[][]} grid */
function penalty(grid) {
  const size = grid.length, columns = grid.map((_, x) => grid.map((row) => row[x]));
  let sum = 0, dark = 0;
  for (const line of [...grid, ...columns]) {
    const text = line.map(Number).join("");
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    for (let at = 0; at <= size - 11; at++) if (/^(10111010000|00001011101)/.test(text.slice(at, at + 11))) sum += 40;
  }
  grid.forEach((row, y) => row.forEach((one, x) => {
    dark += Number(one);
    if (x && y && one === row[x - 1] && one === grid[y - 1][x] && one === grid[y - 1][x - 1]) sum += 3;
  }));
  return sum + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}

/** The code for a text as rows of dark and light. @param {string} text of at most 213 bytes @returns {boolean[][]} */
export function code(text) {
  const bytes = new TextEncoder().encode(text);
  const version = BLOCKS.findIndex(([total, per, blocks], v) => bytes.length <= total - per * blocks - (v > 8 ? 3 : 2));
  if (version < 0) throw new RangeError("too long for a code");
  const words = codewords(bytes, version);
  const grids = MASKS.map((_, mask) => drawn(words, version, mask)).map((grid) => ({ grid, cost: penalty(grid) }));
  return grids.reduce((best, next) => (next.cost < best.cost ? next : best)).grid;
}

/** The code for a text as a picture, black on white whatever the scheme. @param {string} text */
export function draw(text) {
  const grid = code(text), size = grid.length + 8, space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg"), ground = document.createElementNS(space, "rect"), path = document.createElementNS(space, "path");
  const d = grid.flatMap((row, y) => [...row.map(Number).join("").matchAll(/1+/g)].map((run) => `M${run.index + 4} ${y + 4}h${run[0].length}v1h-${run[0].length}z`));
  for (const [node, values] of /** @type {[Element, Record<string, string>][]} */ ([
    [svg, { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": text, "shape-rendering": "crispEdges" }],
    [ground, { width: `${size}`, height: `${size}`, fill: "#fff" }],
    [path, { d: d.join(""), fill: "#000" }],
  ])) for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  svg.append(ground, path);
  return svg;
}
