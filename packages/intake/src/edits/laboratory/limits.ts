/**
 * Values that no living person has, in the analyte's canonical unit: `analyte|least|most`. They are wide on purpose, some times the
 * worst that is survived, so that what is outside is a slip of the unit, the decimal point or the column. Source: the platform's own,
 * from the extremes reported of survivors (haemoglobin 1.4 g/dL; sodium 255 mmol/L; potassium 14 mmol/L; glucose 147 mmol/L),
 * rounded away from the usual range.
 */
export const LIMIT_ROWS = `
haemoglobin|10|300
haematocrit|3|90
leukocytes|0|2000
erythrocytes|0.3|15
platelets|0|10000
neutrophils|0|1500
lymphocytes|0|1500
neutrophils-percent|0|100
lymphocytes-percent|0|100
monocytes-percent|0|100
eosinophils-percent|0|100
basophils-percent|0|100
mcv|30|200
glucose|0.1|200
urea|0.1|200
creatinine|2|5000
egfr|0|300
calcium|0.5|8
sodium|80|260
potassium|0.8|20
chloride|40|220
phosphate|0|15
magnesium|0|15
protein|10|250
albumin|3|100
bilirubin-total|0|1500
bilirubin-direct|0|1300
alkaline-phosphatase|0|20000
alanine-aminotransferase|0|60000
aspartate-aminotransferase|0|100000
gamma-glutamyltransferase|0|20000
lactate-dehydrogenase|0|200000
urate|0|5000
haemoglobin-a1c|1|30
c-reactive-protein|0|1500
inr|0.3|60
prothrombin-time|2|600
aptt|2|1000
fibrinogen|0|40
psa|0|60000
psa-ratio|0|100
cea|0|1000000
afp|0|30000000
`;
