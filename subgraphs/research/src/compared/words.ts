import type { Label } from '@nodp/terminology';
import type { Endpoint } from '@nodp/warehouse';

/** Definitions that are printed under a figure. */
interface Words {
  readonly timeZero: Label;
  readonly event: Label;
  readonly leftOut: Label;
}

const DIAGNOSIS: Label = {
  en: 'Time zero is the diagnosis of the earliest case that meets the definition.',
  zh: '时间起点为符合定义的最早病例的诊断日。',
};
const SEVERAL = {
  en: 'persons in several cohorts, and persons whose time is not known',
  zh: '同属多个队列者及时间不详者',
};

const endpointWords: Readonly<Record<Endpoint, Words>> = {
  OVERALL: {
    timeZero: DIAGNOSIS,
    event: {
      en: 'The event is death from any cause. Follow-up ends with the last contact, or with the closing date of the release.',
      zh: '终点事件为任何原因的死亡；随访截至末次联系或本版截止日期。',
    },
    leftOut: { en: `Left out are ${SEVERAL.en}.`, zh: `不计入：${SEVERAL.zh}。` },
  },
  CANCER_SPECIFIC: {
    timeZero: DIAGNOSIS,
    event: {
      en: 'The event is death from a neoplasm (ICD-10 C00 to D48). Deaths from other causes compete: they end the follow-up as events of their own (Aalen and Johansen), and in the regression as its end (cause-specific hazard).',
      zh: '终点事件为死于肿瘤（ICD-10 C00至D48）。其他原因死亡为竞争事件：曲线中作为独立事件（Aalen–Johansen），回归中作为随访终止（原因别风险）。',
    },
    leftOut: {
      en: `Left out are ${SEVERAL.en}, and who died of a cause that nobody reported.`,
      zh: `不计入：${SEVERAL.zh}，以及死因未报告者。`,
    },
  },
  RECURRENCE_FREE: {
    timeZero: DIAGNOSIS,
    event: {
      en: 'The event is the first recurrence or progression that was reported, or death from any cause. What was never reported is not known to the release: hospitals that follow up more closely report more.',
      zh: '终点事件为首次上报的复发或进展，或任何原因的死亡。未上报者本版无从得知：随访更密的医院上报更多。',
    },
    leftOut: { en: `Left out are ${SEVERAL.en}.`, zh: `不计入：${SEVERAL.zh}。` },
  },
  NEXT_TREATMENT: {
    timeZero: {
      en: 'Time zero is the start of the first systemic treatment of the case.',
      zh: '时间起点为该病例首次全身治疗的开始日。',
    },
    event: {
      en: 'The event is the start of the next systemic treatment (of a later line, or another drug begun more than four weeks later), or death from any cause.',
      zh: '终点事件为下一全身治疗的开始（线数更后，或4周后开始的另一药物），或任何原因的死亡。',
    },
    leftOut: {
      en: `Left out are ${SEVERAL.en}, and who had no systemic treatment with a known day.`,
      zh: `不计入：${SEVERAL.zh}，以及无日期已知的全身治疗者。`,
    },
  },
};

const IMMORTAL: Record<'diagnosis' | 'treatment', Label> = {
  diagnosis: {
    en: 'Immortal time bias: a cohort is decided by a treatment or test after time zero, and nobody of it could have the event before that. Compare from a landmark, or by delayed entry.',
    zh: '不死时间偏倚：所选队列由时间起点之后的治疗或检测界定，其成员在此之前不可能发生终点事件。请改用界标法或延迟进入。',
  },
  treatment: {
    en: 'A cohort is decided by a treatment or test: where that came after the first systemic treatment, nobody of it could have the event before (immortal time bias).',
    zh: '所选队列由治疗或检测界定：若其发生在首次全身治疗之后，成员在此之前不可能发生终点事件（不死时间偏倚）。',
  },
};

export const immortalTimeOf = (endpoint: Endpoint): Label =>
  IMMORTAL[endpoint === 'NEXT_TREATMENT' ? 'treatment' : 'diagnosis'];

/** The words of an endpoint with the design that is asked. */
export const wordsOf = (endpoint: Endpoint, landmark: number, delayedEntry: boolean): Words => {
  const words = endpointWords[endpoint];
  if (landmark > 0)
    return {
      ...words,
      timeZero: {
        en: `Time counts from ${landmark} months after diagnosis (landmark): cohorts are told apart by what had happened by then.`,
        zh: `自诊断后${landmark}个月（界标）起计时：按此前已发生的情况划分队列。`,
      },
      leftOut: {
        en: `${words.leftOut.en.slice(0, -1)}, and who had the event or was last seen before the landmark.`,
        zh: `${words.leftOut.zh.slice(0, -1)}，以及界标前已发生终点事件或失访者。`,
      },
    };
  if (delayedEntry)
    return {
      ...words,
      timeZero: {
        en: `${DIAGNOSIS.en} A person comes into a cohort on the day on which its definition comes true, and is not at risk in it before (left truncation).`,
        zh: `${DIAGNOSIS.zh}定义成立之日方进入队列，此前不计入风险集（左截断）。`,
      },
    };
  return words;
};
