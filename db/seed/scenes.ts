import sharp from "sharp";
import type { Random } from "./random";

export const scenes = ["lamp", "pothole", "manhole"] as const;
export type Scene = (typeof scenes)[number];
export const sceneSize = { width: 960, height: 720 };

/** An invented place in flat shapes, as it was found or as it was left; nobody stands in it. */
export function drawScene(scene: Scene, isMended: boolean, look: Look): Promise<Buffer> {
  const { width, height } = sceneSize;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawings[scene](isMended, look)}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer();
}

/** What tells one place of a kind from another: how far things are shifted, and how dark the houses are. */
export type Look = { shift: number; houses: string };

export const lookOf = (random: Random): Look => ({
  shift: random.whole(-60, 60),
  houses: random.pick(["#3a4252", "#41404e", "#34464c"]),
});

const drawings: Record<Scene, (isMended: boolean, look: Look) => string> = {
  lamp: (isMended, look) => `
    ${rect([0, 0, 960, 520], "#1d2534")}
    ${skyline(look)}
    ${rect([0, 520, 960, 200], "#2b2f38")}
    ${rect([0, 505, 960, 20], "#454a55")}
    ${[150, 480, 810].map((x, index) => lamp(x + look.shift, isMended || index !== 1)).join("")}`,
  pothole: (isMended, { shift }) => `
    ${rect([0, 0, 960, 250], "#c8d3d8")}
    ${rect([0, 180, 960, 70], "#8fa08a")}
    ${shape("0,250 960,250 960,720 0,720", "#6c6e70")}
    ${shape("455,250 505,250 540,420 420,420", "#e8e4d8")}
    ${shape("400,520 560,520 600,720 360,720", "#e8e4d8")}
    ${shape("0,250 90,250 0,420", "#b6b1a5")}
    ${shape("960,250 870,250 960,420", "#b6b1a5")}
    ${isMended ? patch(250 + shift) : hole(250 + shift)}`,
  manhole: (isMended, { shift }) => `
    ${rect([0, 0, 960, 720], "#a9a49a")}
    ${paving()}
    ${isMended ? cover(480 + shift) : pit(480 + shift)}`,
};

const rect = ([x, y, width, height]: [number, number, number, number], fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
const shape = (points: string, fill: string) => `<polygon points="${points}" fill="${fill}"/>`;
const disc = ([cx, cy, rx, ry]: [number, number, number, number], fill: string) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

function skyline({ shift, houses }: Look): string {
  const blocks: [x: number, top: number, width: number][] = [
    [-80, 250, 210],
    [150, 170, 160],
    [330, 300, 190],
    [560, 210, 150],
    [730, 280, 330],
  ];
  const windows = [0, 1, 2, 3].flatMap((row) =>
    [0, 1, 2].map((column) => [180 + column * 42, 210 + row * 56] as const),
  );
  return [
    ...blocks.map(([x, top, width]) => rect([x + shift / 2, top, width, 520 - top], houses)),
    ...windows.map(([x, y], index) => rect([x + shift / 2, y, 20, 28], index % 3 === 0 ? "#c9b26a" : "#2a3140")),
  ].join("");
}

function lamp(x: number, isLit: boolean): string {
  const light = isLit
    ? `<polygon points="${x + 40},150 ${x + 90},150 ${x + 190},600 ${x - 60},600" fill="#f2d98a" opacity="0.22"/>${disc([x + 65, 600, 130, 26], "#8d8362")}`
    : "";
  return `${light}${rect([x, 140, 12, 410], "#8b929e")}${rect([x, 136, 90, 10], "#8b929e")}
    ${rect([x + 44, 144, 44, 14], isLit ? "#fff1b8" : "#4a505c")}${rect([x - 8, 545, 28, 16], "#6d7480")}`;
}

const hole = (x: number) => `
  ${shape(`${x - 120},560 ${x - 70},500 ${x + 20},480 ${x + 110},515 ${x + 130},580 ${x + 60},630 ${x - 60},625`, "#4b4a48")}
  ${shape(`${x - 80},565 ${x - 40},525 ${x + 20},510 ${x + 80},535 ${x + 90},580 ${x + 30},605 ${x - 50},600`, "#2f2d2b")}
  ${disc([x + 10, 580, 55, 14], "#7f95a3")}
  <path d="M${x + 125} 560l70 -30 40 10M${x - 115} 570l-60 40 -20 40M${x} 630l20 60" fill="none" stroke="#4b4a48" stroke-width="6"/>`;

const patch = (x: number) =>
  `${shape(`${x - 150},490 ${x + 130},490 ${x + 165},640 ${x - 175},640`, "#505254")}
  <path d="M${x - 150} 490h280l35 150h-340z" fill="none" stroke="#3f4142" stroke-width="5"/>`;

function paving(): string {
  const rows = [0, 1, 2, 3, 4, 5].map((row) => `M0 ${row * 120}h960`);
  const joints = [0, 1, 2, 3, 4, 5].flatMap((row) =>
    [0, 1, 2, 3, 4, 5].map((column) => `M${column * 190 + (row % 2) * 95} ${row * 120}v120`),
  );
  return `<path d="${[...rows, ...joints].join("")}" stroke="#8e897f" stroke-width="5" fill="none"/>`;
}

const pit = (x: number) => `
  ${disc([x, 400, 190, 120], "#7d786e")}
  ${disc([x, 408, 165, 100], "#1d1c1b")}
  ${shape(`${x + 150},520 ${x + 190},380 ${x + 230},520`, "#d4662a")}
  ${shape(`${x + 172},445 ${x + 208},445 ${x + 218},480 ${x + 162},480`, "#f2efe8")}
  ${rect([x + 135, 518, 110, 18], "#b8521c")}`;

const cover = (x: number) => `
  ${disc([x, 400, 190, 120], "#7d786e")}
  ${disc([x, 400, 168, 104], "#55585c")}
  <path d="M${x - 110} 370h220M${x - 125} 400h250M${x - 110} 430h220M${x - 60} 335v130M${x} 325v150M${x + 60} 335v130" stroke="#6d7176" stroke-width="9"/>`;
