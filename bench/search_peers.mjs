// Builds the indexes of MiniSearch and Pagefind from the same texts.
// usage: node search_peers.mjs ROWS.json FOLDER_WITH_NODE_MODULES OUT
import { readFileSync, statSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [texts, folder, out] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(texts, "utf8"));
const from = createRequire(join(folder, "package.json"));

const { default: MiniSearch } = await import(pathToFileURL(from.resolve("minisearch").replace(/cjs.*/, "es/index.js")).href);
let started = performance.now();
const index = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"] });
index.addAll(rows);
const packed = JSON.stringify(index);
writeFileSync(join(out, "minisearch.json"), packed);
console.log(["MiniSearch", (performance.now() - started) / 1000, packed.length].join("\t"));

const pagefind = await import(pathToFileURL(join(folder, "node_modules/pagefind/lib/index.js")).href);
started = performance.now();
const { index: own } = await pagefind.createIndex();
for (const row of rows) await own.addCustomRecord({ url: `/${row.id}/`, content: row.text, language: "en", meta: { title: row.title } });
await own.writeFiles({ outputPath: join(out, "pagefind") });
const seconds = (performance.now() - started) / 1000;
const sizeOf = (place) => readdirSync(place, { withFileTypes: true }).reduce((sum, one) => sum + (one.isDirectory() ? sizeOf(join(place, one.name)) : statSync(join(place, one.name)).size), 0);
console.log(["Pagefind", seconds, sizeOf(join(out, "pagefind"))].join("\t"));
await pagefind.close();
process.exit(0);
