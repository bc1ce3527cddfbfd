/** Photographs of the demonstration, as cut paper: layers of one palette, each with the shadow of the one in front. */
import type { Scene } from '@trame/cms/demo/artwork';
import { seededRandom, type Random } from '@trame/cms/demo/random';

interface Palette {
  sky: [top: string, bottom: string];
  sun: string;
  /** From the farthest to the nearest. */
  hills: [string, string, string, string];
  ground: string;
  wall: string;
  roof: string;
  ink: string;
  light: string;
  accent: string;
}

/** Hours and seasons; `variant` walks through them. */
const palettes: Palette[] = [
  {
    sky: ['#f6d9a8', '#fbf0d9'],
    sun: '#f2a65a',
    hills: ['#d9b98a', '#b99a5f', '#87894d', '#56703f'],
    ground: '#a9814f',
    wall: '#f8ead0',
    roof: '#b5553a',
    ink: '#3c3a2b',
    light: '#fff6e3',
    accent: '#c8702a',
  },
  {
    sky: ['#a9cfd0', '#f4ecd6'],
    sun: '#fbe3a2',
    hills: ['#9dbfae', '#78a184', '#4f8063', '#2f5f4a'],
    ground: '#c69c63',
    wall: '#fbf1dc',
    roof: '#c0603f',
    ink: '#24413a',
    light: '#fffaf0',
    accent: '#d9822b',
  },
  {
    sky: ['#e9a07a', '#f9dcae'],
    sun: '#fff0c9',
    hills: ['#c98a74', '#a4635a', '#74504f', '#4a3b44'],
    ground: '#8a5a45',
    wall: '#f6dfc0',
    roof: '#8f3f37',
    ink: '#35272f',
    light: '#fff0d8',
    accent: '#e0a33a',
  },
  {
    sky: ['#cfdcd9', '#f3e7cf'],
    sun: '#f4c887',
    hills: ['#c7b58e', '#c08f4e', '#a5602f', '#6f4425'],
    ground: '#7a5f3d',
    wall: '#f5e8d2',
    roof: '#9a4a33',
    ink: '#3a2a20',
    light: '#fff5e4',
    accent: '#8a3b3a',
  },
  {
    sky: ['#2f4a63', '#7f8fa0'],
    sun: '#f7e7bd',
    hills: ['#5d7588', '#45606f', '#314a58', '#1f3441'],
    ground: '#3d4a50',
    wall: '#d8cbb2',
    roof: '#6b4742',
    ink: '#16242e',
    light: '#ffe2a0',
    accent: '#f0b355',
  },
  {
    sky: ['#bfd8c6', '#f7f0dc'],
    sun: '#ffd98f',
    hills: ['#b9cfa4', '#93b37a', '#68935a', '#3f6d47'],
    ground: '#b98f5a',
    wall: '#fdf4e2',
    roof: '#b1623e',
    ink: '#2b4030',
    light: '#fffbef',
    accent: '#bf4f3a',
  },
];

type Draw = (kit: Kit) => string;

/** What a scene draws with: 1500 × 1000 units. */
interface Kit {
  palette: Palette;
  random: Random;
  variant: number;
}

const W = 1500;
const H = 1000;

/**
 * One sheet of paper: whatever is in it throws one shadow, in two steps. The shadow is the same drawing in black: a blur
 * would cost twenty times as much, and cut paper has crisp edges.
 */
function sheet(content: string, depth: 1 | 2 | 3 = 2): string {
  const black = content.replace(/(fill|stroke)="(?!none)[^"]*"/g, '$1="#000"');
  const shadow = (distance: number, opacity: number) =>
    `<g opacity="${opacity}" transform="translate(0 ${-distance})">${black}</g>`;
  return shadow(5 * depth, 0.07) + shadow(2.5 * depth, 0.1) + content;
}
const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
const ellipse = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
const polygon = (points: [number, number][], fill: string) =>
  `<polygon points="${points.map((point) => point.join(',')).join(' ')}" fill="${fill}"/>`;
const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d: string, stroke: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
const at = (x: number, y: number, content: string, scale = 1) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${content}</g>`;
const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** A rolling edge from left to right, closed at the bottom. */
function hill(random: Random, y: number, swell: number, fill: string): string {
  const steps = 4;
  const points = Array.from(
    { length: steps + 1 },
    (_, index) => [(W / steps) * index, y + random.integer(-swell, swell)] as const,
  );
  const curve = points.slice(1).map(([x, py], index) => {
    const [px, previous] = points[index]!;
    const half = (px + x) / 2;
    return `C${half},${previous} ${half},${py} ${x},${py}`;
  });
  return path(`M0,${H} L0,${points[0]![1]} ${curve.join(' ')} L${W},${H} Z`, fill);
}

const sky: Draw = ({ palette, random }) => {
  const x = random.integer(300, 1200);
  const cloud = (cx: number, cy: number, size: number) =>
    sheet(
      ellipse(cx, cy, size, size * 0.28, palette.light) +
        ellipse(cx - size * 0.3, cy - size * 0.2, size * 0.45, size * 0.26, palette.light) +
        ellipse(cx + size * 0.25, cy - size * 0.14, size * 0.35, size * 0.2, palette.light),
      1,
    );
  return (
    rect(0, 0, W, H, 'url(#sky)') +
    sheet(circle(x, random.integer(200, 300), 95, palette.sun), 1) +
    `<g opacity="0.75">${cloud((x + 500) % W, 170, 130)}${cloud((x + 950) % W, 270, 95)}</g>`
  );
};

const tree = ({ palette }: Kit, color = palette.hills[3]) =>
  rect(-9, -70, 18, 80, palette.ink) +
  ellipse(0, -150, 78, 98, color) +
  ellipse(-22, -172, 34, 42, 'rgba(255,255,255,.10)');
const cypress = ({ palette }: Kit) => path('M0,0 C-46,-60 -34,-190 0,-270 C34,-190 46,-60 0,0 Z', palette.hills[3]);
const pine = ({ palette }: Kit, color = palette.hills[3]) =>
  rect(-10, -330, 20, 340, palette.ground) +
  ellipse(0, -340, 120, 62, color) +
  ellipse(-40, -385, 78, 46, color) +
  ellipse(48, -392, 66, 40, color);

const house = ({ palette }: Kit, w: number, h: number, door = true) =>
  rect(0, -h, w, h, palette.wall) +
  polygon(
    [
      [-14, -h],
      [w / 2, -h - w * 0.42],
      [w + 14, -h],
    ],
    palette.roof,
  ) +
  rect(w * 0.16, -h * 0.78, w * 0.2, h * 0.26, palette.hills[2]) +
  rect(w * 0.64, -h * 0.78, w * 0.2, h * 0.26, palette.hills[2]) +
  (door ? path(`M${w * 0.38},0 v${-h * 0.36} a${w * 0.12},${w * 0.12} 0 0 1 ${w * 0.24},0 V0 Z`, palette.accent) : '');

const church = (kit: Kit) =>
  at(70, 0, house(kit, 170, 110, false)) +
  rect(0, -210, 84, 210, kit.palette.wall) +
  polygon(
    [
      [-8, -210],
      [42, -350],
      [92, -210],
    ],
    kit.palette.roof,
  ) +
  circle(42, -160, 17, kit.palette.hills[2]) +
  line('M42,-350 V-392 M28,-378 H56', kit.palette.ink, 5);

const windmill = ({ palette }: Kit) =>
  path('M-52,0 L-36,-190 H36 L52,0 Z', palette.wall) +
  path('M-44,-190 A44,44 0 0 1 44,-190 Z', palette.roof) +
  [20, 110, 200, 290]
    .map(
      (turn) =>
        `<g transform="translate(0 -196) rotate(${turn})">${rect(-4, -170, 8, 170, palette.ink)}${rect(4, -168, 34, 112, palette.light)}</g>`,
    )
    .join('') +
  circle(0, -196, 11, palette.ink) +
  path('M-16,0 v-44 a16,16 0 0 1 32,0 V0 Z', palette.ink);

/** Rows of vine that run away to a point on the horizon. */
const vines = ({ palette, variant }: Kit) => {
  const vanishing = 420 + ((variant * 263) % 660);
  return times(17, (index) => {
    const x = -900 + index * 206;
    const row = `M${vanishing + (x - vanishing) * 0.12},690 L${x},1010 L${x + 92},1010 L${vanishing + (x + 60 - vanishing) * 0.12},690 Z`;
    const bushes = times(6, (step) => {
      const t = 0.2 + step * 0.16;
      return ellipse(
        vanishing + (x + 46 - vanishing) * (0.12 + 0.88 * t * t),
        690 + 320 * t * t,
        12 + 46 * t * t,
        8 + 30 * t * t,
        index % 2 ? palette.hills[3] : palette.hills[2],
      );
    });
    return path(row, palette.hills[3], 'opacity=".55"') + bushes;
  });
};

const vineyard: Draw = (kit) => {
  const { palette, random, variant } = kit;
  const landmark =
    variant % 2
      ? at(random.integer(840, 1100), 560, church(kit), 0.72) +
        at(random.integer(640, 760), 566, house(kit, 120, 70), 0.8)
      : at(random.integer(900, 1150), 560, windmill(kit), 1.05);
  return (
    sky(kit) +
    sheet(hill(random, 470, 46, palette.hills[0])) +
    sheet(
      hill(random, 545, 26, palette.hills[1]) +
        landmark +
        at(390, 590, cypress(kit), 0.6) +
        at(450, 596, cypress(kit), 0.45),
    ) +
    sheet(hill(random, 640, 16, palette.hills[2])) +
    sheet(rect(0, 690, W, 310, palette.ground) + vines(kit), 3)
  );
};

const water = ({ palette, random }: Kit, y: number) =>
  rect(0, y, W, H - y, palette.sky[0]) +
  times(26, () => {
    const x = random.integer(-60, W);
    const wy = random.integer(y + 20, H - 10);
    return rect(x, wy, random.integer(60, 260), 7, palette.light, 'rx="3.5" opacity=".45"');
  });

const estuary: Draw = (kit) => {
  const { palette, random } = kit;
  const hut =
    rect(-80, -150, 160, 100, palette.wall) +
    polygon(
      [
        [-96, -150],
        [0, -215],
        [96, -150],
      ],
      palette.roof,
    ) +
    rect(-24, -118, 46, 44, palette.hills[2]) +
    line('M-66,-50 V120 M66,-50 V120 M0,-50 V120 M-66,30 H66', palette.ink, 9) +
    line('M80,-90 L250,-190 M250,-190 V-20 M170,-20 H330', palette.ink, 5) +
    polygon(
      [
        [170, -20],
        [330, -20],
        [250, 40],
      ],
      'rgba(255,255,255,.28)',
    );
  return (
    sky(kit) +
    sheet(hill(random, 520, 22, palette.hills[0])) +
    sheet(hill(random, 570, 14, palette.hills[1])) +
    sheet(water(kit, 600)) +
    sheet(at(460, 690, hut, 1.25), 3) +
    sheet(at(1090, 628, hut, 0.6), 1) +
    sheet(
      path('M0,1000 V905 C240,865 420,930 640,958 C880,985 1160,930 1500,900 V1000 Z', palette.hills[3]) +
        times(24, (index) =>
          line(
            `M${index * 66},960 q${random.integer(-24, 24)},-70 ${random.integer(-10, 20)},-${random.integer(80, 150)}`,
            palette.hills[2],
            7,
          ),
        ),
      3,
    )
  );
};

const lights = ({ palette }: Kit, y: number, sag: number) =>
  line(`M-20,${y} Q375,${y + sag * 2} 750,${y + 30} T1520,${y}`, palette.ink, 4) +
  times(15, (index) =>
    circle(
      40 + index * 102,
      y + 24 + sag * Math.abs(Math.sin((index / 14) * Math.PI * 2)),
      15,
      index % 3 === 0 ? palette.accent : palette.sun,
    ),
  );

const street = (kit: Kit, y: number) => {
  const widths = [210, 170, 240, 190, 220, 180, 230];
  let x = -30;
  return widths
    .map((w, index) => {
      const drawn = at(x, y, house(kit, w, 190 + ((index * 53 + kit.variant * 31) % 110)));
      x += w + 22;
      return drawn;
    })
    .join('');
};

const square: Draw = (kit) => {
  const { palette, random, variant } = kit;
  return (
    sky(kit) +
    sheet(hill(random, 480, 40, palette.hills[0])) +
    sheet(at(1010, 700, church(kit), 1.35), 2) +
    sheet(street(kit, 705)) +
    sheet(
      rect(0, 700, W, 300, palette.ground) +
        times(9, (index) =>
          ellipse(index * 190, 800 + (index % 3) * 70, 70, 7, palette.wall).replace('/>', ' opacity=".3"/>'),
        ),
    ) +
    sheet(at(260, 860, tree(kit), 1.7) + at(1220, 890, tree(kit), 1.9), 3) +
    (variant % 2
      ? sheet(lights(kit, 420, 60), 1)
      : sheet(
          at(
            690,
            880,
            rect(-130, -26, 260, 26, palette.light) +
              rect(-100, -80, 200, 54, palette.hills[1]) +
              path('M-16,-80 V-150 a16,16 0 0 1 32,0 V-80 Z', palette.light) +
              circle(0, -172, 14, palette.sun),
          ),
          3,
        ))
  );
};

const forest: Draw = (kit) => {
  const { palette, random, variant } = kit;
  const rank = (y: number, scale: number, color: string) =>
    times(9, (index) =>
      at(
        index * 190 + random.integer(-70, 70),
        y + random.integer(-16, 16),
        variant % 2 ? pine(kit, color) : tree(kit, color),
        scale,
      ),
    );
  return (
    sky(kit) +
    sheet(hill(random, 560, 30, palette.hills[0]) + rank(620, 0.9, palette.hills[1]), 1) +
    sheet(hill(random, 640, 22, palette.hills[1]) + rank(720, 1.25, palette.hills[2])) +
    sheet(
      hill(random, 760, 18, palette.hills[2]) +
        path('M690,770 C760,820 560,880 480,1000 H1010 C900,900 840,840 770,770 Z', palette.wall),
    ) +
    sheet(
      at(110, 990, variant % 2 ? pine(kit) : tree(kit), 2.3) +
        at(1370, 1010, variant % 2 ? pine(kit) : tree(kit), 2.5) +
        times(18, (index) =>
          line(
            `M${(index * 97) % W},1000 q-30,-60 -54,-66 M${(index * 97) % W},1000 q26,-70 60,-84 M${(index * 97) % W},1000 q0,-70 4,-110`,
            palette.hills[3],
            8,
          ),
        ),
      3,
    )
  );
};

const garden: Draw = (kit) => {
  const { palette, random, variant } = kit;
  const bed = (y: number, size: number) =>
    rect(0, y, W, size * 1.1, palette.ground) +
    times(
      Math.round(W / (size * 1.5)),
      (index) =>
        ellipse(
          size + index * size * 1.5,
          y + size * 0.1,
          size * 0.6,
          size * 0.42,
          index % 4 === 0 ? palette.hills[1] : palette.hills[2],
        ) + (index % 3 === 0 ? circle(size + index * size * 1.5, y - size * 0.05, size * 0.17, palette.accent) : ''),
    );
  const things = [
    at(
      960,
      660,
      times(4, (index) =>
        at(
          index * 130,
          0,
          rect(0, -110, 92, 110, [palette.accent, palette.sun, palette.hills[1], palette.roof][index]!) +
            polygon(
              [
                [-10, -110],
                [46, -142],
                [102, -110],
              ],
              palette.ink,
            ) +
            rect(28, -34, 36, 10, palette.ink),
        ),
      ),
    ),
    at(980, 650, house(kit, 230, 150)),
    at(
      930,
      660,
      path('M0,0 V-150 L150,-230 L300,-150 V0 Z', 'rgba(255,255,255,.55)') +
        line('M0,0 V-150 L150,-230 L300,-150 V0 M150,-230 V0 M75,0 V-190 M225,0 V-190 M0,-90 H300', palette.light, 8),
    ),
  ];
  const sunflower =
    line('M0,0 V-190', palette.hills[3], 12) +
    times(
      12,
      (index) =>
        `<ellipse cx="0" cy="-58" rx="15" ry="32" fill="${palette.sun}" transform="translate(0 -205) rotate(${index * 30})"/>`,
    ) +
    circle(0, -205, 36, palette.ink) +
    ellipse(34, -90, 38, 15, palette.hills[3]);
  return (
    sky(kit) +
    sheet(hill(random, 520, 40, palette.hills[0])) +
    sheet(hill(random, 610, 20, palette.hills[1]) + things[variant % 3]! + at(240, 650, tree(kit), 1.5)) +
    sheet(bed(670, 60), 1) +
    sheet(bed(760, 84)) +
    sheet(bed(880, 116), 3) +
    sheet(at(140, 1000, sunflower, 1.25) + at(290, 1010, sunflower, 1.0) + at(1370, 1005, sunflower, 1.15), 3)
  );
};

const pitch: Draw = (kit) => {
  const { palette, random } = kit;
  return (
    sky(kit) +
    sheet(hill(random, 500, 36, palette.hills[0])) +
    sheet(times(12, (index) => at(70 + index * 124, 640, cypress(kit), 0.85 + (index % 3) * 0.1))) +
    sheet(
      rect(0, 630, W, 370, palette.hills[2]) +
        times(6, (index) =>
          polygon(
            [
              [750 + (index * 2 - 6) * 70, 630],
              [750 + (index * 2 - 5) * 70, 630],
              [750 + (index * 2 - 5) * 260, 1000],
              [750 + (index * 2 - 6) * 260, 1000],
            ],
            palette.hills[1],
          ),
        ) +
        line('M0,930 H1500 M470,690 H1030 L1180,820 H320 Z', palette.light, 8),
    ) +
    sheet(
      line('M500,740 V500 H1000 V740', palette.light, 15) +
        line(
          times(9, (index) => `M${540 + index * 53},505 V700 `) + times(4, (index) => `M505,${545 + index * 48} H995 `),
          palette.light,
          2,
          'opacity=".6"',
        ),
      2,
    ) +
    sheet(
      circle(1150, 885, 44, palette.light) +
        polygon(
          [
            [1150, 865],
            [1170, 880],
            [1162, 904],
            [1138, 904],
            [1130, 880],
          ],
          palette.ink,
        ),
      3,
    )
  );
};

const awning = ({ palette }: Kit, color: string) =>
  rect(0, -40, 250, 40, palette.ground) +
  rect(6, -210, 9, 210, palette.ink) +
  rect(235, -210, 9, 210, palette.ink) +
  times(5, (index) => path(`M${index * 50},-290 h50 v76 a25,25 0 0 1 -50,0 Z`, index % 2 ? palette.light : color)) +
  times(6, (index) => circle(28 + index * 39, -54, 19, [palette.accent, palette.hills[2], palette.sun][index % 3]!)) +
  rect(0, -40, 250, 96, palette.wall) +
  rect(0, -40, 250, 14, color);

const market: Draw = (kit) => {
  const { palette, random, variant } = kit;
  const colours = [palette.accent, palette.hills[3], palette.roof];
  const tents = times(3, (index) =>
    at(
      110 + index * 440,
      790,
      polygon(
        [
          [0, 0],
          [0, -170],
          [340, -170],
          [340, 0],
        ],
        palette.light,
      ) +
        polygon(
          [
            [-24, -170],
            [170, -320],
            [364, -170],
          ],
          palette.wall,
        ) +
        rect(0, -170, 340, 26, colours[index]!) +
        rect(10, -80, 320, 80, palette.ground),
    ),
  );
  return (
    sky(kit) +
    sheet(hill(random, 460, 30, palette.hills[0])) +
    sheet(street(kit, 690), 1) +
    sheet(rect(0, 685, W, 315, palette.ground)) +
    sheet(
      variant === 5
        ? tents
        : times(5, (index) => at(-20 + index * 310, 800 + (index % 2) * 36, awning(kit, colours[index % 3]!), 1.1)),
      3,
    ) +
    sheet(lights(kit, 330, 56), 1) +
    sheet(
      times(4, (index) =>
        at(
          160 + index * 380,
          985,
          path('M-70,-70 H70 L54,0 H-54 Z', palette.hills[3]) +
            times(4, (item) =>
              circle(
                -45 + item * 30,
                -78,
                21,
                [palette.accent, palette.sun, palette.roof, palette.hills[1]][(item + index) % 4]!,
              ),
            ),
        ),
      ),
      3,
    )
  );
};

const car = ({ palette }: Kit, color: string) =>
  path(
    'M0,0 V-40 Q6,-58 40,-60 L74,-100 Q82,-108 98,-108 H176 Q192,-108 202,-96 L230,-60 Q262,-56 264,-36 V0 Z',
    color,
  ) +
  path('M88,-60 L106,-92 H132 V-60 Z M144,-60 V-92 H174 L194,-60 Z', palette.sky[1]) +
  circle(60, 0, 27, palette.ink) +
  circle(206, 0, 27, palette.ink) +
  circle(60, 0, 11, palette.light) +
  circle(206, 0, 11, palette.light);

const road: Draw = (kit) => {
  const { palette, random } = kit;
  return (
    sky(kit) +
    sheet(hill(random, 470, 46, palette.hills[0])) +
    sheet(
      hill(random, 560, 30, palette.hills[1]) + at(1100, 580, house(kit, 130, 76)) + at(1010, 590, tree(kit), 0.7),
    ) +
    sheet(
      rect(0, 630, W, 370, palette.hills[2]) +
        path(
          'M770,632 C700,690 980,720 880,790 C780,860 420,880 260,1000 H1090 C1120,900 1060,830 1000,780 C920,715 800,690 830,632 Z',
          palette.wall,
        ) +
        line(
          'M800,634 C740,690 950,730 930,790 C900,860 720,900 660,1000',
          palette.ground,
          7,
          'stroke-dasharray="30 26"',
        ),
    ) +
    sheet(
      at(240, 760, tree(kit), 1.5) +
        at(90, 850, tree(kit), 1.9) +
        at(1290, 800, tree(kit), 1.8) +
        at(1430, 900, cypress(kit), 1.4),
      3,
    ) +
    sheet(at(650, 870, car(kit, palette.accent), 1.15), 2)
  );
};

const pond: Draw = (kit) => {
  const { palette, random } = kit;
  const reed = (x: number) =>
    line(
      `M${x},1010 q${random.integer(-30, 30)},-140 ${random.integer(-20, 26)},-${random.integer(190, 330)}`,
      palette.hills[3],
      9,
    );
  return (
    sky(kit) +
    sheet(hill(random, 500, 30, palette.hills[0])) +
    sheet(
      times(13, (index) =>
        at(40 + index * 120, 610, tree(kit, palette.hills[index % 2 ? 1 : 2]), 0.9 + (index % 3) * 0.14),
      ) + rect(0, 600, W, 40, palette.hills[2]),
    ) +
    sheet(water(kit, 632)) +
    sheet(
      at(
        800,
        820,
        path('M-200,-40 H200 Q180,44 120,46 H-120 Q-180,44 -200,-40 Z', palette.roof) +
          rect(-120, -40, 50, 12, palette.light) +
          rect(60, -40, 50, 12, palette.light) +
          line('M-40,-40 L190,-150', palette.ink, 9),
      ),
      2,
    ) +
    sheet(
      times(30, (index) => reed(index < 18 ? index * 24 : 1120 + (index - 18) * 34)) +
        times(6, (index) => ellipse(60 + index * 62, 720 + (index % 3) * 40, 13, 42, palette.accent)),
      3,
    ) +
    sheet(
      times(
        5,
        (index) =>
          ellipse(540 + index * 150, 935 + (index % 2) * 34, 66, 17, palette.hills[2]) +
          (index % 2 ? circle(540 + index * 150, 920 + (index % 2) * 34, 18, palette.light) : ''),
      ),
      1,
    )
  );
};

const van: Draw = (kit) => {
  const { palette, random, variant } = kit;
  const body = [palette.roof, palette.light, palette.accent, palette.wall][variant % 4]!;
  return (
    sky(kit) +
    sheet(hill(random, 480, 46, palette.hills[0])) +
    sheet(
      variant % 2
        ? street(kit, 720)
        : hill(random, 590, 24, palette.hills[1]) + at(220, 700, tree(kit), 1.7) + at(1290, 710, tree(kit), 1.9),
    ) +
    sheet(rect(0, 715, W, 285, palette.ground) + rect(0, 905, W, 10, palette.wall)) +
    sheet(
      at(
        390,
        860,
        path('M0,0 V-330 Q0,-372 42,-372 H560 Q604,-372 630,-330 L700,-190 Q744,-176 748,-130 V0 Z', body) +
          path('M500,-310 H576 Q596,-308 606,-290 L648,-196 H500 Z', palette.sky[0]) +
          rect(60, -310, 170, 130, palette.sky[0], 'rx="12"') +
          rect(270, -310, 190, 290, palette.ink, 'opacity=".82"') +
          rect(270, -120, 190, 20, palette.ground) +
          rect(0, -96, 748, 26, palette.hills[3]) +
          circle(150, 0, 68, palette.ink) +
          circle(612, 0, 68, palette.ink) +
          circle(150, 0, 28, palette.light) +
          circle(612, 0, 28, palette.light),
      ) +
        (variant % 2
          ? polygon(
              [
                [450, 500],
                [860, 500],
                [900, 590],
                [410, 590],
              ],
              palette.sun,
            )
          : ''),
      3,
    )
  );
};

/** A room: wall, floor, and whatever light comes in. */
const room = ({ palette }: Kit, wall: string, floor: string, windows = true) =>
  rect(0, 0, W, H, wall) +
  (windows
    ? sheet(
        times(4, (index) =>
          at(
            130 + index * 340,
            130,
            rect(0, 0, 220, 300, palette.sky[1]) +
              rect(0, 190, 220, 110, palette.hills[1]) +
              line('M110,0 V300 M0,150 H220', palette.light, 11) +
              `<rect width="220" height="300" fill="none" stroke="${palette.light}" stroke-width="18"/>`,
          ),
        ),
        1,
      )
    : '') +
  sheet(
    polygon(
      [
        [0, 640],
        [W, 640],
        [W, H],
        [0, H],
      ],
      floor,
    ) +
      times(14, (index) =>
        line(`M${750 + (index - 6.5) * 110},640 L${750 + (index - 6.5) * 290},1000`, 'rgba(0,0,0,.07)', 4),
      ),
    1,
  );

const chair = ({ palette }: Kit, color: string) =>
  rect(-44, -92, 88, 14, color) +
  rect(-44, -200, 88, 66, color) +
  line('M-38,-80 V0 M38,-80 V0 M-38,-200 V-80 M38,-200 V-80', palette.ink, 8);

const gym: Draw = (kit) => {
  const { palette, variant } = kit;
  return (
    room(kit, palette.wall, palette.hills[0]) +
    line('M0,760 H1500 M280,1000 L520,640 M1220,1000 L980,640', palette.light, 9) +
    `<ellipse cx="750" cy="800" rx="230" ry="62" fill="none" stroke="${palette.accent}" stroke-width="9"/>` +
    (variant === 4
      ? sheet(
          times(4, (index) =>
            at(
              60 + index * 365,
              880,
              awning(kit, [palette.accent, palette.hills[3], palette.roof, palette.hills[2]][index]!),
              1.2,
            ),
          ),
          3,
        )
      : sheet(
          at(
            1250,
            250,
            rect(-110, -90, 220, 150, palette.light) +
              rect(-45, -20, 90, 60, 'none', `stroke="${palette.accent}" stroke-width="9"`) +
              line('M-48,62 H48', palette.accent, 13) +
              line('M-44,66 L-26,140 M44,66 L26,140 M0,66 V140', palette.light, 5),
          ),
          2,
        ) +
        sheet(
          at(
            150,
            890,
            rect(0, -120, 200, 120, palette.roof) +
              polygon(
                [
                  [0, -120],
                  [200, -120],
                  [240, -160],
                  [40, -160],
                ],
                palette.accent,
              ),
          ) +
            at(470, 930, path('M0,0 A130,130 0 0 1 260,0 H200 A70,70 0 0 0 60,0 Z', palette.hills[2])) +
            at(
              850,
              910,
              times(3, (index) =>
                circle(
                  index * 110,
                  -46 - (index % 2) * 18,
                  50,
                  [palette.accent, palette.hills[3], palette.sun][index]!,
                ),
              ),
            ),
          3,
        ))
  );
};

const stage: Draw = (kit) => {
  const { palette, variant } = kit;
  const red = variant % 2 ? palette.roof : palette.accent;
  const curtain = (flip: boolean) =>
    `<g transform="${flip ? 'translate(1500 0) scale(-1 1)' : ''}">${times(6, (index) => path(`M${index * 74 - 20},0 H${index * 74 + 84} C${index * 66 + 70},380 ${index * 50 + 60},560 ${index * 40 + 50},860 H${index * 40 - 20} C${index * 50},560 ${index * 66},380 ${index * 74 - 20},0 Z`, index % 2 ? red : palette.roof))}</g>`;
  const things = [
    at(
      750,
      850,
      rect(-110, -170, 220, 130, palette.sun, 'rx="26"') +
        rect(-150, -130, 60, 120, palette.accent, 'rx="24"') +
        rect(90, -130, 60, 120, palette.accent, 'rx="24"') +
        rect(-110, -70, 220, 60, palette.accent, 'rx="16"') +
        line('M-110,-10 V20 M110,-10 V20', palette.ink, 14),
    ),
    at(
      750,
      860,
      line('M0,0 V-300 M-80,0 H80', palette.ink, 12) +
        circle(0, -320, 34, palette.ink) +
        at(
          170,
          0,
          rect(0, -240, 150, 240, palette.ink, 'rx="10"') +
            circle(75, -80, 52, palette.hills[1]) +
            circle(75, -184, 28, palette.hills[1]),
        ),
    ),
    at(
      560,
      860,
      times(4, (index) => at(index * 130, 0, chair(kit, [palette.sun, palette.accent][index % 2]!))),
    ),
  ];
  return (
    rect(0, 0, W, H, palette.ink) +
    `<polygon points="690,0 810,0 1130,860 370,860" fill="${palette.sun}" opacity=".34"/>` +
    sheet(rect(0, 850, W, 150, palette.ground) + rect(0, 850, W, 18, palette.hills[1])) +
    sheet(ellipse(750, 866, 330, 30, palette.sun).replace('/>', ' opacity=".5"/>') + things[(variant + 2) % 3]!, 2) +
    sheet(curtain(false) + curtain(true), 3) +
    sheet(
      rect(0, 0, W, 92, red) +
        times(10, (index) => path(`M${index * 150},80 h150 a75,52 0 0 1 -150,0 Z`, index % 2 ? palette.roof : red)),
      3,
    )
  );
};

const dojo: Draw = (kit) => {
  const { palette } = kit;
  return (
    room(kit, palette.light, palette.hills[0]) +
    sheet(
      times(3, (row) =>
        times(6, (index) =>
          polygon(
            [
              [index * 280 - 60 * row - 90, 650 + row * 118],
              [index * 280 - 60 * row + 180, 650 + row * 118],
              [index * 280 - 60 * row + 150, 760 + row * 118],
              [index * 280 - 60 * row - 130, 760 + row * 118],
            ],
            (index + row) % 2 ? palette.hills[1] : palette.hills[2],
          ),
        ),
      ),
    ) +
    sheet(
      rect(1180, 430, 30, 230, palette.ground) +
        rect(1390, 430, 30, 230, palette.ground) +
        rect(1150, 420, 300, 26, palette.ground) +
        circle(1300, 330, 74, palette.accent),
      2,
    ) +
    sheet(
      at(
        420,
        850,
        path('M-190,0 C-120,-70 120,-70 190,0 C120,50 -120,50 -190,0 Z', palette.ink) +
          path('M-20,-20 h60 l10,60 h-80 Z', palette.accent) +
          line('M0,34 q-60,60 -150,66 M16,34 q60,64 150,70', palette.ink, 24),
      ),
      3,
    )
  );
};

const shelves = ({ palette, random }: Kit, x: number, columns: number) =>
  times(
    columns,
    (column) =>
      rect(x + column * 260, 90, 244, 600, palette.ground) +
      times(4, (shelf) => {
        let bx = x + column * 260 + 14;
        const books: string[] = [];
        while (bx < x + column * 260 + 206) {
          const w = random.integer(16, 34);
          const h = random.integer(76, 116);
          books.push(
            rect(
              bx,
              232 + shelf * 146 - h,
              w,
              h,
              random.pick([
                palette.accent,
                palette.roof,
                palette.hills[1],
                palette.hills[2],
                palette.hills[3],
                palette.sun,
                palette.wall,
              ]),
            ),
          );
          bx += w + 3;
        }
        return rect(x + column * 260 + 8, 112 + shelf * 146, 228, 120, 'rgba(0,0,0,.22)') + books.join('');
      }),
  );

const library: Draw = (kit) => {
  const { palette, variant } = kit;
  const front =
    variant % 2
      ? at(
          1130,
          920,
          rect(-130, -230, 260, 170, palette.accent, 'rx="40"') +
            rect(-170, -170, 80, 150, palette.roof, 'rx="30"') +
            rect(90, -170, 80, 150, palette.roof, 'rx="30"') +
            rect(-120, -110, 240, 80, palette.roof, 'rx="20"'),
        )
      : at(
          1010,
          930,
          rect(-330, -120, 660, 28, palette.ground) +
            line('M-290,-94 V40 M290,-94 V40', palette.ink, 16) +
            path('M-180,-120 q70,-46 140,0 q70,-46 140,0 v-14 q-70,-46 -140,0 q-70,-46 -140,0 Z', palette.light) +
            at(
              210,
              -120,
              rect(-8, -130, 16, 130, palette.ink) +
                polygon(
                  [
                    [-70, -110],
                    [70, -110],
                    [40, -200],
                    [-40, -200],
                  ],
                  palette.sun,
                ),
            ),
        );
  return (
    room(kit, palette.wall, palette.hills[0], false) +
    sheet(shelves(kit, 40, 3)) +
    sheet(
      at(
        950,
        120,
        rect(0, 0, 440, 380, palette.sky[1]) +
          circle(320, 90, 46, palette.sun) +
          rect(0, 250, 440, 130, palette.hills[1]) +
          ellipse(130, 258, 108, 46, palette.hills[2]) +
          line('M220,0 V380 M0,190 H440', palette.light, 12) +
          `<rect width="440" height="380" fill="none" stroke="${palette.light}" stroke-width="22"/>`,
      ),
      1,
    ) +
    sheet(front, 3)
  );
};

const workshop: Draw = (kit) => {
  const { palette, variant } = kit;
  const tools = times(7, (index) =>
    at(
      180 + index * 180,
      170,
      [
        rect(-9, 0, 18, 190, palette.ground) + rect(-46, -8, 92, 40, palette.ink),
        rect(-8, 90, 16, 130, palette.accent) + rect(-5, 0, 10, 94, palette.ink),
        path('M-60,0 H60 L30,150 H-30 Z', palette.hills[2]) + rect(-14, 150, 28, 60, palette.ground),
        circle(0, 60, 58, 'none', `stroke="${palette.roof}" stroke-width="18"`),
      ][(index + variant) % 4]!,
    ),
  );
  const bench = [
    times(5, (index) =>
      at(
        240 + index * 250,
        700,
        path(
          'M-56,0 C-84,-60 -60,-120 -34,-140 H34 C60,-120 84,-60 56,0 Z',
          [palette.roof, palette.accent, palette.sun, palette.hills[1], palette.hills[2]][index]!,
        ) + rect(-40, -152, 80, 16, palette.ink),
      ),
    ),
    times(4, (index) =>
      at(
        240 + index * 250,
        700,
        rect(-60, -110, 120, 110, [palette.accent, palette.sun, palette.hills[2], palette.roof][index]!, 'rx="8"') +
          rect(-60, -110, 120, 24, palette.light),
      ),
    ) +
      at(
        1250,
        700,
        circle(0, -120, 120, palette.sun) +
          circle(-44, -140, 20, palette.ink) +
          circle(44, -140, 20, palette.ink) +
          path('M-50,-80 q50,50 100,0 Z', palette.roof),
      ),
    at(
      330,
      700,
      rect(-170, -160, 340, 160, palette.roof, 'rx="22"') +
        circle(-70, -80, 54, palette.light) +
        rect(20, -120, 120, 14, palette.light) +
        rect(20, -84, 120, 14, palette.light) +
        circle(80, -36, 20, palette.sun),
    ) +
      at(
        980,
        700,
        rect(-100, -14, 200, 14, palette.ink) +
          line('M0,-14 L60,-160 L-20,-250', palette.ink, 14) +
          polygon(
            [
              [-110, -230],
              [10, -290],
              [40, -210],
              [-60, -170],
            ],
            palette.sun,
          ),
      ),
    at(
      720,
      690,
      line(
        'M-260,-110 L-80,-110 L60,-300 L-150,-290 Z M-80,-110 L-150,-330 M60,-300 L240,-110 M60,-300 L40,-360 H110',
        palette.accent,
        18,
      ) +
        circle(-260, -110, 130, 'none', `stroke="${palette.ink}" stroke-width="18"`) +
        circle(240, -110, 130, 'none', `stroke="${palette.ink}" stroke-width="18"`),
    ),
  ];
  return (
    rect(0, 0, W, H, palette.wall) +
    sheet(rect(90, 110, 1320, 330, palette.hills[0]), 1) +
    sheet(tools, 2) +
    sheet(bench[(variant + 3) % 4]!, 2) +
    sheet(
      rect(40, 696, 1420, 60, palette.ground) +
        rect(110, 756, 70, 244, palette.ground) +
        rect(1320, 756, 70, 244, palette.ground) +
        rect(420, 756, 420, 120, palette.hills[1]) +
        circle(630, 816, 15, palette.ink),
      3,
    )
  );
};

const kitchen: Draw = (kit) => {
  const { palette, variant } = kit;
  const pot = (color: string) =>
    rect(-90, -120, 180, 120, color, 'rx="14"') +
    rect(-104, -134, 208, 20, palette.ink, 'rx="10"') +
    circle(0, -146, 14, palette.ink) +
    rect(-126, -90, 36, 16, palette.ink, 'rx="8"') +
    rect(90, -90, 36, 16, palette.ink, 'rx="8"');
  const leeks = times(
    5,
    (index) =>
      `<g transform="rotate(${-16 + index * 8})">${rect(-9, -210, 18, 130, palette.light, 'rx="9"')}${path('M-9,-205 C-40,-270 -30,-320 -16,-340 C-4,-300 2,-270 0,-210 Z M9,-205 C40,-270 34,-310 22,-330 C6,-300 0,-270 0,-210 Z', palette.hills[2])}</g>`,
  );
  return (
    room(kit, palette.light, palette.hills[0]) +
    sheet(
      rect(0, 470, W, 18, palette.ground) +
        times(8, (index) =>
          at(
            130 + index * 180,
            488,
            rect(-3, 0, 6, 34, palette.ink) +
              path(
                'M-40,34 h80 l-10,90 h-60 Z',
                [palette.accent, palette.roof, palette.hills[2], palette.sun][index % 4]!,
              ),
          ),
        ),
      1,
    ) +
    sheet(
      at(330, 760, pot(palette.roof), 1.2) +
        at(variant % 2 ? 720 : 1130, 770, leeks, 1.1) +
        at(
          variant % 2 ? 1100 : 740,
          770,
          path('M-150,0 A150,86 0 0 0 150,0 Z', palette.hills[3])
            .replace('M-150,0', 'M-150,-90')
            .replace('150,0 Z', '150,-90 Z') +
            times(5, (index) =>
              ellipse(-90 + index * 44, -98 - (index % 2) * 20, 30, 38, index % 2 ? palette.wall : palette.light),
            ),
        ),
      2,
    ) +
    sheet(
      rect(0, 764, W, 62, palette.ground) +
        rect(0, 826, W, 174, palette.accent) +
        times(15, (index) => rect(index * 104, 826, 52, 174, palette.light, 'opacity=".85"')),
      3,
    )
  );
};

const hall: Draw = (kit) => {
  const { palette, variant } = kit;
  const fronts = [
    times(6, (index) =>
      at(220 + index * 212, 940, chair(kit, [palette.accent, palette.hills[3], palette.sun][index % 3]!), 1.2),
    ),
    at(
      420,
      900,
      rect(-240, -150, 480, 110, palette.hills[2], 'rx="26"') + rect(-270, -100, 540, 90, palette.hills[3], 'rx="26"'),
    ) +
      at(
        1080,
        910,
        rect(-230, -140, 460, 90, palette.roof, 'rx="8"') +
          rect(-210, -140, 420, 20, palette.hills[1]) +
          line('M-180,-50 V40 M180,-50 V40', palette.ink, 18) +
          times(6, (index) => rect(-170 + index * 64, -172, 12, 36, palette.sun)),
      ),
    times(5, (index) =>
      at(
        200 + index * 275,
        900 + (index % 2) * 40,
        rect(-110, -16, 220, 26, [palette.accent, palette.hills[2], palette.sun][index % 3]!, 'rx="13"'),
      ),
    ),
    times(2, (row) =>
      at(
        750,
        820 + row * 110,
        rect(-620, -40, 1240, 34, palette.light) +
          line('M-560,-6 V50 M560,-6 V50', palette.ink, 14) +
          times(8, (index) =>
            at(
              -520 + index * 150,
              -40,
              rect(-20, -34, 40, 34, [palette.accent, palette.roof, palette.hills[2]][index % 3]!) +
                rect(34, -10, 44, 10, palette.wall),
            ),
          ),
      ),
    ),
  ];
  return (
    room(kit, [palette.wall, palette.light, palette.sky[1]][variant % 3]!, palette.hills[0]) +
    sheet(
      times(9, (index) =>
        polygon(
          [
            [index * 180, 40],
            [index * 180 + 110, 40],
            [index * 180 + 55, 112],
          ],
          [palette.accent, palette.sun, palette.hills[2], palette.roof][index % 4]!,
        ),
      ) + line('M-10,40 H1510', palette.ink, 4),
      1,
    ) +
    sheet(fronts[[0, 1, 2, 1, 3, 0, 0][variant % 7]!]!, 3)
  );
};

const orchestra: Draw = (kit) => {
  const { palette, variant } = kit;
  const stand =
    rect(-7, -190, 14, 190, palette.ink) +
    line('M-50,0 L0,-40 L50,0', palette.ink, 9) +
    polygon(
      [
        [-84, -190],
        [84, -190],
        [96, -290],
        [-96, -290],
      ],
      palette.light,
    ) +
    line('M-60,-262 H60 M-58,-240 H58 M-56,-218 H56', palette.hills[1], 5);
  const back =
    variant === 3
      ? sheet(
          times(13, (index) => {
            const h = 520 - Math.abs(index - 6) * 54;
            return (
              rect(230 + index * 82, 640 - h, 60, h, index % 2 ? palette.sun : palette.hills[0], 'rx="26"') +
              rect(244 + index * 82, 560, 32, 22, palette.ink)
            );
          }) + rect(190, 640, 1130, 60, palette.ground),
          2,
        )
      : sheet(lights(kit, 120, 70) + lights(kit, 230, 40), 1);
  return (
    rect(0, 0, W, H, variant % 2 ? palette.hills[3] : palette.roof) +
    back +
    sheet(ellipse(750, 1010, 1000, 330, palette.ground), 2) +
    sheet(
      times(6, (index) => at(170 + index * 232, 860 - Math.round(Math.sin((index / 5) * Math.PI) * 100), stand, 0.95)),
      2,
    ) +
    sheet(
      times(5, (index) =>
        at(
          210 + index * 270,
          1000 - Math.round(Math.sin((index / 4) * Math.PI) * 60),
          chair(kit, [palette.accent, palette.sun][index % 2]!),
          1.15,
        ),
      ),
      3,
    )
  );
};

const dancer = (color: string, skin: string, turn: number) =>
  `<g transform="scale(${turn % 2 ? -1 : 1} 1)">${circle(0, -330, 34, skin)}${path('M-34,-290 Q0,-306 34,-290 L26,-180 L92,-60 H-92 L-26,-180 Z', color)}${line('M-28,-276 L-110,-350 M28,-276 L112,-240 M-34,-66 L-50,10 M34,-66 L84,0', skin, 20)}</g>`;

const dance: Draw = (kit) => {
  const { palette, variant } = kit;
  const backdrop =
    variant === 2
      ? sheet(
          times(8, (row) =>
            times(9, (index) =>
              rect(
                index * 180 - (row % 2) * 90,
                row * 82,
                172,
                74,
                row % 2 ? palette.roof : palette.accent,
                'opacity=".8"',
              ),
            ),
          ),
          1,
        )
      : sheet(lights(kit, 130, 80) + lights(kit, 60, 30), 1);
  return (
    rect(0, 0, W, H, palette.hills[3]) +
    backdrop +
    `<polygon points="200,0 420,0 760,760 40,760" fill="${palette.sun}" opacity=".22"/><polygon points="1080,0 1300,0 1460,760 740,760" fill="${palette.sun}" opacity=".22"/>` +
    sheet(
      polygon(
        [
          [0, 700],
          [W, 700],
          [W, H],
          [0, H],
        ],
        palette.ground,
      ) +
        times(14, (index) =>
          line(`M${750 + (index - 6.5) * 110},700 L${750 + (index - 6.5) * 290},1000`, 'rgba(0,0,0,.10)', 4),
        ),
    ) +
    sheet(
      times(variant === 2 ? 3 : 4, (index) =>
        at(
          variant === 2 ? 330 + index * 420 : 230 + index * 345,
          850 + (index % 2) * 50,
          dancer([palette.accent, palette.sun, palette.hills[0], palette.light][index]!, palette.ink, index + variant),
          1.3,
        ),
      ),
      3,
    )
  );
};

const meeting: Draw = (kit) => {
  const { palette } = kit;
  return (
    room(kit, palette.wall, palette.hills[0]) +
    sheet(
      times(5, (index) =>
        at(
          300 + index * 225,
          740 - Math.round(Math.sin((index / 4) * Math.PI) * 40),
          chair(kit, palette.hills[3]),
          0.95,
        ),
      ),
      1,
    ) +
    sheet(
      ellipse(750, 850, 350, 96, palette.ground) +
        ellipse(750, 838, 350, 92, palette.light) +
        times(5, (index) =>
          at(
            540 + index * 105,
            836 + (index % 2) * 26,
            rect(-18, -30, 36, 32, [palette.accent, palette.roof, palette.hills[2]][index % 3]!) +
              ellipse(0, -30, 18, 6, palette.ink),
          ),
        ),
      2,
    ) +
    sheet(
      times(4, (index) => at(180 + index * 380, 1010, chair(kit, [palette.accent, palette.sun][index % 2]!), 1.35)),
      3,
    )
  );
};

const scenes: Record<Scene, Draw> = {
  vineyard,
  estuary,
  square,
  gym,
  stage,
  forest,
  garden,
  pitch,
  dojo,
  library,
  workshop,
  market,
  kitchen,
  hall,
  road,
  pond,
  orchestra,
  dance,
  meeting,
  van,
};

/** The scene as SVG. `variant` chooses the palette and moves things; an upright format shows the middle of the same picture. */
export function sceneSvg(scene: Scene, variant: number, { width, height }: { width: number; height: number }): string {
  const names = Object.keys(scenes);
  const rank = names.indexOf(scene);
  const palette = palettes[(rank + variant) % palettes.length]!;
  const random = seededRandom(rank * 1000 + variant);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${W} ${H}" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.sky[0]}"/><stop offset=".75" stop-color="${palette.sky[1]}"/></linearGradient></defs>${scenes[scene]({ palette, random, variant })}</svg>`;
}
