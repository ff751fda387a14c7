import type { Label } from '@nodp/terminology';
import type { Endpoint } from '@nodp/warehouse';
import type { CoxCovariate } from '../generated/resolvers.ts';

/** What a script is of. */
export interface ScriptOf {
  readonly release: number;
  readonly checksum: string;
  /** Of each cohort its digest and definition in words, in the order compared. */
  readonly cohorts: readonly { readonly id: string; readonly words: string }[];
  readonly endpoint: Endpoint;
  /** Months; 0 without one. */
  readonly landmark: number;
  readonly covariates: readonly CoxCovariate[];
  /** Definitions that are printed under the figures. */
  readonly words: { readonly timeZero: Label; readonly event: Label; readonly leftOut: Label };
  readonly minimumCell: number;
}

/** How a covariate is made of the columns of an export. */
const COLUMNS: Readonly<Record<CoxCovariate, { readonly needs: string; readonly code: string }>> = {
  AGE_GROUP: {
    needs: 'age_group',
    code: `cut(as.integer(sub("[^0-9].*", "", known(d$age_group))), c(-Inf, 39, 49, 59, 69, 79, Inf),
    labels = c("under 40", "40-49", "50-59", "60-69", "70-79", "80 and older"))`,
  },
  SEX: { needs: 'sex', code: 'factor(known(d$sex))' },
  STAGE: { needs: 'stage', code: 'factor(known(d$stage))' },
  SITE_GROUP: { needs: 'site_group', code: 'factor(known(d$site_group))' },
  DIAGNOSIS_PERIOD: {
    needs: 'diagnosed',
    code: 'factor(5 * (as.integer(substr(known(d$diagnosed), 1, 4)) %/% 5))',
  },
};

const ENDPOINTS: Partial<
  Readonly<Record<Endpoint, { readonly needs: readonly string[]; readonly code: string }>>
> = {
  OVERALL: { needs: [], code: 'd$event <- as.integer(d$died)' },
  CANCER_SPECIFIC: {
    needs: ['cancer_death'],
    code: `# Who died of a cause that nobody reported is left out; other deaths end the follow-up.
d <- d[!(d$died & is.na(d$cancer_death)), ]
d$event <- as.integer(d$died & d$cancer_death %in% TRUE)`,
  },
  RECURRENCE_FREE: {
    needs: ['recurrence_days'],
    code: `recurred <- !is.na(d$recurrence_days) & d$recurrence_days >= 0 & d$recurrence_days <= d$time
d$event <- as.integer(d$died | recurred)
d$time[recurred] <- d$recurrence_days[recurred]`,
  },
};

/** A comment; what is in it begins no line of code, whatever it is. */
const comment = (text: string): string =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => `# ${line}`)
    .join('\n');
const texts = (values: readonly string[]): string =>
  values.map((value) => JSON.stringify(value)).join(', ');
const MONTH = 30.4375;

/** Why there is no script of an endpoint; null where there is one. */
export const noScript = (endpoint: Endpoint, delayedEntry: boolean): Label | null =>
  delayedEntry || ENDPOINTS[endpoint] === undefined
    ? {
        en: 'There is no script of this design: when a person came into the cohort, and when the next treatment began, cannot be told from the columns that leave.',
        zh: '该设计没有脚本：可导出的数据项无法确定进入队列的时间或下一次治疗的开始时间。',
      }
    : null;

const reading = (needs: readonly string[], arms: readonly string[]) => `
suppressPackageStartupMessages(library(survival))
given <- commandArgs(TRUE)
folder <- if (length(given) > 0) given[1] else "."
arms <- c(${texts(arms)})
needs <- c(${texts(['person_key', 'survival_days', 'died', ...needs])})

read_arm <- function(arm) {
  d <- read.csv(file.path(folder, arm, "cases.csv"), na.strings = "", colClasses = c(person_key = "character"))
  lacking <- setdiff(needs, names(d))
  if (length(lacking) > 0)
    stop(arm, ": the export has no column ", paste(lacking, collapse = ", "), "; ask for it in the project")
  # The earliest case of each person.
  if ("case_number" %in% names(d)) d <- d[order(d$person_key, d$case_number), ]
  d <- d[!duplicated(d$person_key), ]
  data.frame(cohort = arm, d[needs], stringsAsFactors = FALSE)
}
known <- function(x) { x <- as.character(x); x[x %in% c("*", "unknown", "UNKNOWN")] <- NA; x }
d <- do.call(rbind, lapply(arms, read_arm))
d$cohort <- factor(d$cohort, arms)
for (name in intersect(c("died", "cancer_death"), names(d))) d[[name]] <- as.logical(d[[name]])
d <- d[!is.na(d$survival_days) & d$survival_days >= 0, ]
d$time <- d$survival_days`;

const curves = `
# Kaplan-Meier curves, twelve-monthly, and log-rank tests.
month <- ${MONTH}
curve <- summary(survfit(Surv(time, event) ~ cohort, d), times = 0:10 * 12 * month, extend = FALSE)
# Of one cohort there are no strata.
arm_of <- if (is.null(curve$strata)) arms[1] else sub("cohort=", "", curve$strata)
give(data.frame(cohort = arm_of, months = curve$time / month, at_risk = curve$n.risk,
  survival = curve$surv, lower = curve$lower, upper = curve$upper), "survival")
test <- function(rows) {
  found <- survdiff(Surv(time, event) ~ cohort, droplevels(d[rows, ]))
  pchisq(found$chisq, length(found$n) - 1, lower.tail = FALSE)
}
if (length(arms) > 1) {
  pairs <- combn(arms, 2)
  p <- apply(pairs, 2, function(pair) test(d$cohort %in% pair))
  give(data.frame(first = c("all", pairs[1, ]), second = c("all", pairs[2, ]), p = c(test(TRUE), p),
    holm = c(NA, p.adjust(p, "holm"))), "log-rank")
}`;

const regression = (cell: number) => `
# Cox regression. Who is at a level with fewer than ${cell} events is left out, as on the platform.
least <- ${cell}
without_small <- function(d, terms, count) {
  repeat {
    small <- FALSE
    for (term in terms) {
      drop <- names(which(count(d, term) < least))
      if (length(drop) > 0) { small <- TRUE; d <- droplevels(d[!(d[[term]] %in% drop), ]) }
    }
    if (!small) return(d)
  }
}
events_at <- function(d, term) table(droplevels(d[[term]]), d$event == 1)[, "TRUE"]
terms <- c(if (length(arms) > 1) "cohort", covariates)
rows <- without_small(d, terms, events_at)
for (term in covariates) rows[[term]] <- relevel(droplevels(rows[[term]]), names(which.max(events_at(rows, term))))
rows$cohort <- droplevels(rows$cohort)
terms <- terms[sapply(terms, function(term) nlevels(rows[[term]]) > 1)]
ratios <- function(model, kind) {
  s <- summary(model)
  data.frame(model = kind, term = rownames(s$coefficients), ratio = s$conf.int[, "exp(coef)"],
    lower = s$conf.int[, "lower .95"], upper = s$conf.int[, "upper .95"], p = s$coefficients[, "Pr(>|z|)"])
}
of <- function(terms) as.formula(paste("Surv(time, event) ~", paste(terms, collapse = " + ")))
if (length(terms) > 0) {
  adjusted <- coxph(of(terms), rows)
  alone <- lapply(terms, function(term) ratios(coxph(of(term), rows), "alone"))
  give(rbind(ratios(adjusted, "adjusted"), do.call(rbind, alone)), "cox")
  zph <- cox.zph(adjusted, transform = "km")$table
  give(data.frame(term = rownames(zph), p = zph[, "p"]), "proportional-hazards")
}`;

const weighting = `
# Inverse-probability weights: stabilised, set to the 1st and 99th percentile beyond these.
if (length(arms) > 1 && length(covariates) > 0) {
  persons_at <- function(d, term) apply(table(droplevels(d[[term]]), d$cohort), 1, min)
  w <- without_small(d, covariates, persons_at)
  used <- covariates[sapply(covariates, function(term) nlevels(droplevels(w[[term]])) > 1)]
  if (nrow(w) > 0 && length(used) > 0) {
    model <- as.formula(paste("cohort ~", paste(used, collapse = " + ")))
    p <- if (length(arms) == 2) { e <- fitted(glm(model, binomial, w)); cbind(1 - e, e) } else
      fitted(nnet::multinom(model, w, trace = FALSE, reltol = 1e-12, maxit = 1000))
    share <- prop.table(table(w$cohort))
    weight <- as.numeric(share[w$cohort]) / p[cbind(seq_len(nrow(w)), as.integer(w$cohort))]
    ends <- quantile(weight, c(0.01, 0.99))
    w$weight <- pmin(pmax(weight, ends[1]), ends[2])
    give(ratios(coxph(Surv(time, event) ~ cohort, w, weights = weight, robust = TRUE), "weighted"), "weighted")
  }
}`;

/**
 * R code that makes the figures of a comparison of the rows of an export: a folder a cohort, named by its letter, with the
 * export's CSV files. Results are CSV files in `results`. Base R with `survival`; `nnet` for weights of more than two cohorts.
 * @throws RangeError of an endpoint that no script can make
 */
export const rScript = (of: ScriptOf): string => {
  const endpoint = ENDPOINTS[of.endpoint];
  if (endpoint === undefined) throw new RangeError(`no script of ${of.endpoint}`);
  const arms = of.cohorts.map((_, place) => String.fromCharCode(65 + place));
  const needs = [...endpoint.needs, ...of.covariates.map((each) => COLUMNS[each].needs)];
  const names = of.covariates.map((each) => each.toLowerCase());
  return `${[
    comment(
      'Comparison of cohorts of the National Oncology Data Platform / 国家肿瘤数据平台：队列比较',
    ),
    comment(`Release ${of.release} (SHA-256 ${of.checksum})`),
    ...of.cohorts.map(({ id, words }, i) => comment(`${arms[i]}: ${words} (cited as ${id})`)),
    ...[of.words.timeZero, of.words.event, of.words.leftOut].map(({ en }) => comment(en)),
    comment(
      'How to: put the CSV files of the data export of each cohort into folders A, B, … and run',
    ),
    comment('  Rscript comparison.R FOLDER-OF-THESE-FOLDERS'),
    comment(
      'An export has keys of its own, so that nobody can be told apart who is in several cohorts:',
    ),
    comment(
      'request each export by a definition that leaves the other cohorts out. Days that leave are jittered,',
    ),
    comment(
      'ages grouped and rare values left out: figures differ from those of the platform by as much, and by',
    ),
    comment('the noise that protects these.'),
    reading([...new Set(needs)], arms),
    endpoint.code,
    ...(of.landmark > 0
      ? [
          `# From a landmark: who had the event or was last seen by then is left out.
landmark <- ${Math.round(of.landmark * MONTH)}
d <- d[d$time > landmark, ]
d$time <- d$time - landmark`,
        ]
      : []),
    `covariates <- c(${texts(names)})`,
    ...of.covariates.map(
      (each) => `d$${each.toLowerCase()} <- addNA(${COLUMNS[each].code}, ifany = TRUE)`,
    ),
    'for (term in covariates) levels(d[[term]])[is.na(levels(d[[term]]))] <- "not known"',
    `results <- file.path(folder, "results")
dir.create(results, showWarnings = FALSE)
give <- function(table, name) {
  write.csv(table, file.path(results, paste0(name, ".csv")), row.names = FALSE)
  cat("\\n", name, "\\n", sep = ""); print(table, digits = 4, row.names = FALSE)
}`,
    curves,
    regression(of.minimumCell),
    weighting,
  ].join('\n')}\n`;
};
