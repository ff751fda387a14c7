import { several, type TermDefinition, term, upper } from './term.ts';

/** Mouth, throat, stomach, bowel, breath, heart and skin. */
export const TERMS_1_39: readonly TermDefinition[] = [
  term(1, 'S', upper('Dry mouth'), ['口干']),
  term(2, 'S', upper('Difficulty swallowing'), ['吞咽困难']),
  term(3, 'SI', upper('Mouth or throat sores'), ['口腔或咽喉溃疡'], several),
  term(
    4,
    'S',
    ['Skin cracking at the corners of the mouth', 'SKIN CRACKING AT THE CORNERS OF YOUR MOUTH'],
    ['口角皲裂'],
    {
      worded: {
        S: [
          'what was the SEVERITY of SKIN CRACKING AT THE CORNERS OF YOUR MOUTH at its WORST?',
          '您的口角皲裂最严重时程度如何？',
        ],
      },
    },
  ),
  term(5, 'P', upper('Voice changes'), ['声音改变'], several),
  term(6, 'S', upper('Hoarse voice'), ['声音嘶哑']),
  term(7, 'S', upper('Problems with tasting food or drink'), ['味觉异常'], several),
  term(8, 'SI', upper('Decreased appetite'), ['食欲下降']),
  term(9, 'FS', upper('Nausea'), ['恶心']),
  term(10, 'FS', upper('Vomiting'), ['呕吐']),
  term(11, 'FS', upper('Heartburn'), ['烧心']),
  term(12, 'P', upper('Increased passing of gas (flatulence)'), ['排气增多']),
  term(13, 'FS', upper('Bloating of the abdomen (belly)'), ['腹胀']),
  term(14, 'FS', upper('Hiccups'), ['呃逆', '打嗝（呃逆）'], several),
  term(15, 'S', upper('Constipation'), ['便秘']),
  term(
    16,
    'F',
    ['Diarrhea', 'LOOSE OR WATERY STOOLS (DIARRHEA)'],
    ['腹泻', '稀便或水样便（腹泻）'],
  ),
  term(17, 'FSI', ['Pain in the abdomen', 'PAIN IN THE ABDOMEN (BELLY AREA)'], ['腹痛']),
  term(
    18,
    'FI',
    ['Loss of bowel control', 'LOSS OF CONTROL OF BOWEL MOVEMENTS'],
    ['大便失禁', '大便失控（失禁）'],
    {
      worded: {
        F: ['how OFTEN did you LOSE CONTROL OF BOWEL MOVEMENTS?', '您大便失控（失禁）的频率如何？'],
      },
    },
  ),
  term(19, 'SI', upper('Shortness of breath'), ['气短']),
  term(20, 'SI', upper('Cough'), ['咳嗽']),
  term(
    21,
    'S',
    ['Wheezing', 'WHEEZING (WHISTLING NOISE IN THE CHEST WITH BREATHING)'],
    ['喘鸣', '喘鸣（呼吸时胸部有哨音）'],
  ),
  term(22, 'FSI', upper('Arm or leg swelling'), ['手臂或腿部肿胀']),
  term(
    23,
    'FS',
    ['Palpitations', 'POUNDING OR RACING HEARTBEAT (PALPITATIONS)'],
    ['心悸', '心跳剧烈或过快（心悸）'],
    {
      worded: {
        F: [
          'how OFTEN did you feel a POUNDING OR RACING HEARTBEAT (PALPITATIONS)?',
          '您感到心跳剧烈或过快（心悸）的频率如何？',
        ],
      },
    },
  ),
  term(24, 'P', upper('Rash'), ['皮疹']),
  term(25, 'S', upper('Dry skin'), ['皮肤干燥']),
  term(26, 'S', ['Acne', 'ACNE OR PIMPLES ON THE FACE OR CHEST'], ['痤疮', '面部或胸部痤疮']),
  term(27, 'A', upper('Hair loss'), ['脱发']),
  term(28, 'S', upper('Itchy skin'), ['皮肤瘙痒']),
  term(
    29,
    'P',
    ['Hives', 'HIVES (ITCHY RED BUMPS ON THE SKIN)'],
    ['荨麻疹', '荨麻疹（皮肤发痒的红色肿块）'],
  ),
  term(
    30,
    'S',
    [
      'Hand-foot syndrome',
      'HAND-FOOT SYNDROME (A RASH OF THE HANDS OR FEET THAT CAN CAUSE CRACKING, PEELING, REDNESS, OR PAIN)',
    ],
    ['手足综合征', '手足综合征（手或足的皮疹，可引起皲裂、脱皮、发红或疼痛）'],
  ),
  term(31, 'P', ['Nail loss', 'NAIL LOSS'], ['指（趾）甲脱落'], {
    worded: {
      P: ['did you LOSE ANY FINGERNAILS OR TOENAILS?', '您有没有指甲或趾甲脱落？'],
    },
  }),
  term(
    32,
    'P',
    ['Nail ridges or bumps', 'RIDGES OR BUMPS ON YOUR FINGERNAILS OR TOENAILS'],
    ['指（趾）甲隆起', '指甲或趾甲上的棱或隆起'],
  ),
  term(
    33,
    'P',
    ['Nail colour change', 'CHANGE IN THE COLOR OF YOUR FINGERNAILS OR TOENAILS'],
    ['指（趾）甲变色', '指甲或趾甲颜色改变'],
  ),
  term(34, 'P', upper('Increased skin sensitivity to sunlight'), ['光敏感', '皮肤对日光更敏感']),
  term(35, 'P', upper('Bed sores'), ['褥疮'], several),
  term(36, 'S', upper('Skin burns from radiation'), ['放射性皮肤灼伤', '放疗引起的皮肤灼伤'], {
    ...several,
    scale: 'sev_6',
  }),
  term(37, 'P', upper('Unusual darkening of the skin'), ['皮肤变黑', '异常的皮肤变黑']),
  term(38, 'P', upper('Stretch marks'), ['皮肤萎缩纹', '皮肤萎缩纹（膨胀纹）'], several),
  term(
    39,
    'SI',
    ['Numbness or tingling', 'NUMBNESS OR TINGLING IN YOUR HANDS OR FEET'],
    ['手足麻木或刺痛'],
  ),
];
