/** What happened to a patient, as events of the timeline. */
import { eventColours, treatmentColours, trendColours } from '../../../../design/palette.ts';
import { siteColour } from '../../../../design/site-colours.ts';
import { formatDay, formatPartialDate, spanOfPartialDate } from '../../../../format/date.ts';
import { formatGray, formatQuantity } from '../../../../format/quantity.ts';
import type {
  DiseaseTrend,
  TermFragment,
  TreatmentKind,
} from '../../../../graph/generated/graphql.ts';
import type { Label } from '../../../../i18n/label.ts';
import type { Patient, Treatment } from '../data.ts';
import { isOngoing } from '../treatments.ts';
import type { LaneId, TimelineEvent } from './layout.ts';

/** How words are said on the page. */
export type Say = {
  label: (label: Label | null | undefined) => string;
  status: (code: string) => string;
  trend: (trend: DiseaseTrend) => string;
  line: (n: number) => string;
  fractions: (n: number) => string;
  death: string;
  ongoing: string;
  endedWithDeath: string;
};

const day = 86_400_000;
const laneOf: Record<TreatmentKind, LaneId> = {
  SURGERY: 'surgery',
  SYSTEMIC: 'systemic',
  RADIOTHERAPY: 'radiotherapy',
  OTHER: 'other',
};

/** Every dated event of a patient; what carries no date cannot stand on a timeline. */
export function eventsOf(patient: Patient, say: Say, now: number): TimelineEvent[] {
  const died = spanOfPartialDate(patient.deathDate);
  const until = died ? died.start : now;
  return [
    ...patient.tumours.flatMap((t) =>
      dated('diagnosis', t.id, t.diagnosedOn, {
        title: `${say.label(t.metastasis ?? t.siteLabel ?? t.asSent.label)}${t.stageGroup ? ` · ${t.stageGroup}` : ''}`,
        detail: say.label(
          (t.metastasis ? (t.icd10 ?? t.asSent) : (t.morphology ?? t.asSent)).label,
        ),
        colour: siteColour(t.siteGroup),
      }),
    ),
    ...patient.treatments.flatMap((t) =>
      treatmentEvent(t, say, until, patient.deathDate !== null || patient.vitalStatus === 'DEAD'),
    ),
    ...patient.imagingStudies.flatMap((s) =>
      at('imaging', s.id, s.startedAt, {
        title: s.descriptionLabel
          ? say.label(s.descriptionLabel)
          : s.modalities.map((m) => say.label(m.label)).join(', '),
        detail: [
          s.modalities.map((m) => m.code).join(', '),
          s.bodySite ? say.label(s.bodySite.label) : '',
        ]
          .filter(Boolean)
          .join(' · '),
        colour: eventColours.imaging,
      }),
    ),
    ...patient.followupContacts.flatMap((c) =>
      at('followup', c.id, c.at, {
        title: say.label(c.what.label),
        detail: [say.status(c.status), c.note ?? ''].filter(Boolean).join(' · '),
        colour: eventColours.followup,
      }),
    ),
    ...patient.diseaseStatuses.flatMap((s) =>
      dated('status', s.id, s.date, {
        title: say.trend(s.trend),
        detail: say.label(s.asSent.label),
        colour: trendColours[s.trend],
      }),
    ),
    ...(patient.deathDate
      ? dated('death', 'death', patient.deathDate, {
          title: say.death,
          detail: patient.causeOfDeath ? say.label(patient.causeOfDeath.label) : '',
          colour: eventColours.death,
        })
      : []),
  ];
}

type Words = Pick<TimelineEvent, 'title' | 'detail' | 'colour'>;

/** An event on a date known to day, month or year. */
function dated(lane: LaneId, id: string, date: string | null, words: Words): TimelineEvent[] {
  const span = spanOfPartialDate(date);
  if (!span) return [];
  const approximate = span.end - span.start > day;
  return [
    { id, lane, when: formatPartialDate(date), ...span, approximate, lasting: false, ...words },
  ];
}

/** An event at an instant. */
function at(lane: LaneId, id: string, instant: string | null, words: Words): TimelineEvent[] {
  if (!instant) return [];
  const when = formatDay(instant);
  const start = spanOfPartialDate(when)?.start ?? Date.parse(instant);
  return [
    {
      id,
      lane,
      when,
      start,
      end: start + day,
      approximate: false,
      lasting: false,
      ...words,
    },
  ];
}

function treatmentEvent(t: Treatment, say: Say, until: number, dead: boolean): TimelineEvent[] {
  const from = spanOfPartialDate(t.startedOn);
  if (!from) return [];
  const to = spanOfPartialDate(t.endedOn);
  const open = !to && isOngoing(t);
  const goesOn = open && !dead;
  const end = to ? to.end : open ? Math.max(until, from.end) : from.end;
  const title = say.label(t.what.label);
  return [
    {
      id: t.id,
      lane: laneOf[t.kind],
      title,
      detail: treatmentDetail(t, say, dead),
      when:
        to && t.endedOn !== t.startedOn
          ? `${t.startedOn} – ${t.endedOn}`
          : `${formatPartialDate(t.startedOn)}${goesOn ? ` – ${say.ongoing}` : ''}`,
      start: from.start,
      end,
      approximate: from.end - from.start > day,
      lasting: end - from.start > day && (to !== null || open),
      ...(t.kind === 'SYSTEMIC' ? { row: title } : {}),
      colour: treatmentColours[t.kind],
    },
  ];
}

/** What is known of a treatment beyond its name. */
function treatmentDetail(t: Treatment, say: Say, dead: boolean): string {
  const words = (term: TermFragment | null) => (term ? say.label(term.label) : '');
  return [
    t.line === null ? '' : say.line(t.line),
    words(t.regimen),
    t.tumour?.siteLabel ? say.label(t.tumour.siteLabel) : '',
    words(t.intent),
    t.dose ? formatQuantity(t.dose) : '',
    words(t.bodySite),
    words(t.modality),
    words(t.technique),
    t.totalDoseCentigray === null ? '' : formatGray(t.totalDoseCentigray),
    t.fractions === null ? '' : say.fractions(t.fractions),
    dead && isOngoing(t) ? say.endedWithDeath : say.status(t.status),
  ]
    .filter(Boolean)
    .join(' · ');
}
