import { several, type TermDefinition, term, upper } from './term.ts';

/** Nerves, eyes and ears, mind, pain, sleep, mood, women and men, urine, and the rest. */
export const TERMS_40_80: readonly TermDefinition[] = [
  term(40, 'SI', upper('Dizziness'), ['头晕']),
  term(41, 'SI', upper('Blurry vision'), ['视物模糊']),
  term(
    42,
    'P',
    ['Flashing lights', 'FLASHING LIGHTS IN FRONT OF YOUR EYES'],
    ['眼前闪光'],
    several,
  ),
  term(
    43,
    'P',
    ['Eye floaters', 'SPOTS OR LINES (FLOATERS) THAT DRIFT IN FRONT OF YOUR EYES'],
    ['飞蚊症', '眼前飘动的斑点或线条（飞蚊）'],
    several,
  ),
  term(44, 'SI', ['Watery eyes', 'WATERY EYES (TEARING)'], ['流泪', '眼睛流泪'], several),
  term(45, 'S', ['Ringing in the ears', 'RINGING IN YOUR EARS'], ['耳鸣'], {
    worded: {
      S: [
        'what was the SEVERITY of RINGING IN YOUR EARS at its WORST?',
        '您的耳鸣最严重时程度如何？',
      ],
    },
  }),
  term(46, 'SI', upper('Problems with concentration'), ['注意力不集中'], several),
  term(47, 'SI', upper('Problems with memory'), ['记忆力问题'], several),
  term(48, 'FSI', upper('Pain'), ['疼痛']),
  term(49, 'FSI', upper('Headache'), ['头痛'], {
    worded: {
      F: ['how OFTEN did you have a HEADACHE?', '您头痛的频率如何？'],
      I: [
        'how much did your HEADACHE INTERFERE with your usual or daily activities?',
        '头痛对您平常或日常活动的影响有多大？',
      ],
    },
  }),
  term(50, 'FSI', upper('Aching muscles'), ['肌肉酸痛'], several),
  term(
    51,
    'FSI',
    ['Aching joints', 'ACHING JOINTS (SUCH AS ELBOWS, KNEES, SHOULDERS)'],
    ['关节酸痛', '关节酸痛（如肘、膝、肩）'],
    several,
  ),
  term(
    52,
    'SI',
    [
      'Insomnia',
      'INSOMNIA (INCLUDING DIFFICULTY FALLING ASLEEP, STAYING ASLEEP, OR WAKING UP EARLY)',
    ],
    ['失眠', '失眠（包括入睡困难、易醒或早醒）'],
  ),
  term(
    53,
    'SI',
    ['Fatigue', 'FATIGUE, TIREDNESS, OR LACK OF ENERGY'],
    ['疲乏', '疲乏、劳累或没有精力'],
  ),
  term(54, 'FSI', upper('Anxiety'), ['焦虑'], {
    worded: { F: ['how OFTEN did you feel ANXIETY?', '您感到焦虑的频率如何？'] },
  }),
  term(
    55,
    'FSI',
    ['Nothing could cheer you up', 'FEELINGS THAT NOTHING COULD CHEER YOU UP'],
    ['无法振作', '没有什么能让您高兴起来的感觉'],
    {
      ...several,
      worded: {
        F: [
          'how OFTEN did you FEEL THAT NOTHING COULD CHEER YOU UP?',
          '您感到没有什么能让您高兴起来的频率如何？',
        ],
        I: [
          'how much did FEELING THAT NOTHING COULD CHEER YOU UP INTERFERE with your usual or daily activities?',
          '没有什么能让您高兴起来的感觉对您平常或日常活动的影响有多大？',
        ],
      },
    },
  ),
  term(
    56,
    'FSI',
    upper('Sad or unhappy feelings'),
    ['悲伤或不快乐', '悲伤或不快乐的感觉'],
    several,
  ),
  term(57, 'P', upper('Irregular menstrual periods'), ['月经不规律'], {
    ...several,
    scale: 'yn_3',
  }),
  term(58, 'P', ['Missed menstrual periods', 'MISSED PERIODS'], ['停经'], {
    scale: 'yn_3',
    worded: { P: ['did you MISS AN EXPECTED MENSTRUAL PERIOD?', '您有没有月经该来而未来？'] },
  }),
  term(59, 'A', upper('Unusual vaginal discharge'), ['阴道分泌物异常', '异常的阴道分泌物']),
  term(60, 'S', upper('Vaginal dryness'), ['阴道干涩']),
  term(61, 'S', upper('Pain or burning with urination'), ['尿痛', '排尿时疼痛或灼热']),
  term(62, 'FI', ['Urinary urgency', 'SUDDEN URGES TO URINATE'], ['尿急', '突然的尿意'], {
    ...several,
    worded: {
      F: [
        'how OFTEN did you feel an URGE TO URINATE ALL OF A SUDDEN?',
        '您突然感到尿急的频率如何？',
      ],
    },
  }),
  term(63, 'FI', upper('Frequent urination'), ['尿频'], {
    worded: {
      F: ['were there times when you had to URINATE FREQUENTLY?', '您有过需要频繁排尿的时候吗？'],
    },
  }),
  term(64, 'P', upper('Urine color change'), ['尿色改变', '尿液颜色改变']),
  term(
    65,
    'FI',
    ['Urinary incontinence', 'LOSS OF CONTROL OF URINE (LEAKAGE)'],
    ['尿失禁', '小便失控（漏尿）'],
  ),
  term(
    66,
    'S',
    upper('Difficulty getting or keeping an erection'),
    ['勃起困难', '难以勃起或维持勃起'],
    {
      scale: 'sev_7',
    },
  ),
  term(67, 'F', upper('Ejaculation problems'), ['射精问题'], { ...several, scale: 'frq_7' }),
  term(68, 'S', upper('Decreased sexual interest'), ['性欲下降'], { scale: 'sev_7' }),
  term(69, 'P', ['Delayed orgasm', 'DELAYED ORGASM'], ['性高潮延迟'], {
    scale: 'yn_4',
    worded: {
      P: [
        'did you feel that it TOOK TOO LONG TO HAVE AN ORGASM OR CLIMAX?',
        '您是否觉得需要过长时间才能达到性高潮？',
      ],
    },
  }),
  term(70, 'P', ['Unable to have orgasm', 'UNABLE TO HAVE AN ORGASM'], ['无法达到性高潮'], {
    scale: 'yn_4',
    worded: {
      P: ['were you UNABLE TO HAVE AN ORGASM OR CLIMAX?', '您是否无法达到性高潮？'],
    },
  }),
  term(71, 'S', upper('Pain during vaginal sex'), ['性交疼痛', '阴道性交时疼痛'], {
    scale: 'sev_7',
  }),
  term(72, 'S', upper('Breast area enlargement or tenderness'), [
    '乳房增大或压痛',
    '乳房部位增大或压痛',
  ]),
  term(73, 'P', ['Bruising', 'BRUISING'], ['瘀伤'], {
    worded: {
      P: ['did you BRUISE EASILY (BLACK AND BLUE MARKS)?', '您是否容易瘀伤（皮肤青紫）？'],
    },
  }),
  term(74, 'FS', ['Chills', 'SHIVERING OR SHAKING CHILLS'], ['寒战', '发抖或寒战'], several),
  term(
    75,
    'FS',
    [
      'Increased sweating',
      'UNEXPECTED OR EXCESSIVE SWEATING DURING THE DAY OR NIGHTTIME (NOT RELATED TO HOT FLASHES)',
    ],
    ['多汗', '白天或夜间意外或过多出汗（与潮热无关）'],
  ),
  term(
    76,
    'P',
    ['Decreased sweating', 'UNEXPECTED DECREASE IN SWEATING'],
    ['出汗减少', '意外的出汗减少'],
    {
      worded: {
        P: ['did you have an UNEXPECTED DECREASE IN SWEATING?', '您有没有意外的出汗减少？'],
      },
    },
  ),
  term(77, 'FS', upper('Hot flashes'), ['潮热'], several),
  term(78, 'FS', upper('Nosebleeds'), ['鼻出血'], several),
  term(
    79,
    'P',
    [
      'Pain and swelling at injection site',
      'PAIN, SWELLING, OR REDNESS AT A SITE OF DRUG INJECTION OR IV',
    ],
    ['注射部位反应', '注射或输液部位疼痛、肿胀或发红'],
    { scale: 'yn_3' },
  ),
  term(80, 'S', upper('Body odor'), ['体味', '体味（身体异味）']),
];
