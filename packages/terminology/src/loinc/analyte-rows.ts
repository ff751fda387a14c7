/**
 * Laboratory analytes: `id|LOINC codes|canonical unit|category|molar mass|charge|reference|source|English|Chinese`.
 * LOINC: Regenstrief Institute (loinc.org); codes of the same analyte in other specimens of blood or other
 * property share a row. Unit: UCUM, as China's laboratories report. Molar mass in g/mol (IUPAC), per
 * haem monomer for haemoglobin and as nitrogen for urea. Charge: of the ion, for mEq. Reference: usual adult
 * range, both ends included, open where empty; `m` and `f` where the sexes differ, `f50:` from that age on (completed years).
 * Sources: A = WS/T 405-2012 (blood cell analysis), B = WS/T 404 parts 1 to 8 (clinical chemistry; ages 20 to 59
 * where they differ), C = conventional decision limit of the marker (assay dependent).
 */
export const ANALYTE_ROWS = `
leukocytes|6690-2 26464-8 804-5|10*9/L|h|||3.5-9.5|A|Leukocytes (WBC)|白细胞计数
erythrocytes|789-8 26453-1 11273-0|10*12/L|h|||m4.3-5.8 f3.8-5.1|A|Erythrocytes (RBC)|红细胞计数
haemoglobin|718-7 20509-6 59260-0|g/L|h|16114||m130-175 f115-150|A|Haemoglobin|血红蛋白
haematocrit|4544-3 20570-8|%|h|||m40-50 f35-45|A|Haematocrit|红细胞压积
mcv|787-2 30428-7|fL|h|||82-100|A|Mean corpuscular volume|平均红细胞体积
mch|785-6 28539-5|pg|h|||27-34|A|Mean corpuscular haemoglobin|平均红细胞血红蛋白量
mchc|786-4 28540-3|g/L|h|||316-354|A|Mean corpuscular haemoglobin concentration|平均红细胞血红蛋白浓度
rdw-cv|788-0|%|h|||||Red cell distribution width (CV)|红细胞分布宽度变异系数
rdw-sd|21000-5|fL|h|||||Red cell distribution width (SD)|红细胞分布宽度标准差
platelets|777-3 26515-7|10*9/L|h|||125-350|A|Platelets|血小板计数
mpv|32623-1|fL|h|||||Mean platelet volume|平均血小板体积
pdw|32207-3|fL|h|||||Platelet distribution width|血小板分布宽度
neutrophils|751-8 26499-4 753-4|10*9/L|h|||1.8-6.3|A|Neutrophils|中性粒细胞绝对值
neutrophils-percent|770-8 26511-6 23761-0|%|h|||40-75|A|Neutrophils, fraction|中性粒细胞百分数
lymphocytes|731-0 26474-7|10*9/L|h|||1.1-3.2|A|Lymphocytes|淋巴细胞绝对值
lymphocytes-percent|736-9 26478-8|%|h|||20-50|A|Lymphocytes, fraction|淋巴细胞百分数
monocytes|742-7 26484-6|10*9/L|h|||0.1-0.6|A|Monocytes|单核细胞绝对值
monocytes-percent|5905-5 26485-3|%|h|||3-10|A|Monocytes, fraction|单核细胞百分数
eosinophils|711-2 26449-9|10*9/L|h|||0.02-0.52|A|Eosinophils|嗜酸性粒细胞绝对值
eosinophils-percent|713-8 26450-7|%|h|||0.4-8|A|Eosinophils, fraction|嗜酸性粒细胞百分数
basophils|704-7 26444-0|10*9/L|h|||0-0.06|A|Basophils|嗜碱性粒细胞绝对值
basophils-percent|706-2 30180-4|%|h|||0-1|A|Basophils, fraction|嗜碱性粒细胞百分数
glucose|2339-0 2345-7 1558-6 14749-6|mmol/L|c|180.156||3.9-6.1|C|Glucose (fasting range)|葡萄糖（空腹范围）
urea|6299-2 3094-0 22664-7|mmol/L|c|28.014||m3.1-8 f2.6-7.5|B|Urea (urea nitrogen)|尿素（尿素氮）
creatinine|38483-4 2160-0 14682-9|umol/L|c|113.12||m57-97 m60:57-111 f41-73 f60:41-81|B|Creatinine|肌酐
egfr|33914-3 62238-1 98979-8 88294-4 48642-3|mL/min/{1.73_m2}|c|||||Estimated glomerular filtration rate|估算肾小球滤过率
calcium|49765-1 17861-6 2000-8|mmol/L|c|40.078|2|2.11-2.52|B|Calcium|钙
sodium|2947-0 2951-2|mmol/L|c|22.98977|1|137-147|B|Sodium|钠
potassium|6298-4 2823-3|mmol/L|c|39.0983|1|3.5-5.3|B|Potassium|钾
chloride|2069-3 2075-0|mmol/L|c|35.45|1|99-110|B|Chloride|氯
carbon-dioxide|20565-8 2028-9|mmol/L|c||1|||Carbon dioxide, total|二氧化碳总量
phosphate|2777-1|mmol/L|c|30.97376||0.85-1.51|B|Phosphate (as phosphorus)|无机磷
magnesium|19123-9 2601-3|mmol/L|c|24.305|2|0.75-1.02|B|Magnesium|镁
protein|2885-2|g/L|l|||65-85|B|Protein, total|总蛋白
albumin|1751-7|g/L|l|||40-55|B|Albumin|白蛋白
globulin|10834-0|g/L|l|||20-40|B|Globulin|球蛋白
bilirubin-total|1975-2 14631-6|umol/L|l|584.66||m-26 f-21|B|Bilirubin, total|总胆红素
bilirubin-direct|1968-7 14629-0|umol/L|l|584.66||||Bilirubin, direct|直接胆红素
alkaline-phosphatase|6768-6|U/L|l|||m45-125 f35-100 f50:50-135|B|Alkaline phosphatase|碱性磷酸酶
alanine-aminotransferase|1742-6|U/L|l|||m9-50 f7-40|B|Alanine aminotransferase|丙氨酸氨基转移酶
aspartate-aminotransferase|1920-8|U/L|l|||m15-40 f13-35|B|Aspartate aminotransferase|天门冬氨酸氨基转移酶
gamma-glutamyltransferase|2324-2|U/L|l|||m10-60 f7-45|B|Gamma-glutamyltransferase|γ-谷氨酰基转移酶
lactate-dehydrogenase|2532-0 14804-9|U/L|c|||120-250|B|Lactate dehydrogenase|乳酸脱氢酶
creatine-kinase|2157-6|U/L|c|||m50-310 f40-200|B|Creatine kinase|肌酸激酶
urate|3084-1 14933-6|umol/L|c|168.11||||Urate|尿酸
cholesterol|2093-3 14647-2|mmol/L|c|386.65||-5.2|C|Cholesterol, total|总胆固醇
triglycerides|2571-8 14927-8|mmol/L|c|885.4||-1.7|C|Triglycerides|甘油三酯
ldl-cholesterol|18262-6 13457-7 2089-1|mmol/L|c|386.65||-3.4|C|LDL cholesterol|低密度脂蛋白胆固醇
hdl-cholesterol|2085-9 14646-4|mmol/L|c|386.65||1-|C|HDL cholesterol|高密度脂蛋白胆固醇
haemoglobin-a1c|4548-4 59261-8|%|c|||||Haemoglobin A1c|糖化血红蛋白
c-reactive-protein|1988-5|mg/L|c|||-10|C|C-reactive protein|C反应蛋白
hs-crp|30522-7|mg/L|c|||-3|C|C-reactive protein, high sensitivity|超敏C反应蛋白
procalcitonin|33959-8|ng/mL|c|||||Procalcitonin|降钙素原
esr|4537-7 30341-2|mm/h|h|||||Erythrocyte sedimentation rate|红细胞沉降率
prothrombin-time|5902-2|s|g|||||Prothrombin time|凝血酶原时间
inr|6301-6|{INR}|g|||||International normalised ratio|国际标准化比值
aptt|14979-9 3173-2|s|g|||||Activated partial thromboplastin time|活化部分凝血活酶时间
fibrinogen|3255-7|g/L|g|||2-4|C|Fibrinogen|纤维蛋白原
d-dimer|48065-7|mg/L{FEU}|g|||-0.5|C|D-dimer (FEU)|D-二聚体
tsh|3016-3|m[IU]/L|n|||||Thyrotropin (TSH)|促甲状腺激素
free-t4|3024-7|pmol/L|n|776.87||||Thyroxine, free|游离甲状腺素
free-t3|3051-0|pmol/L|n|650.97||||Triiodothyronine, free|游离三碘甲状腺原氨酸
testosterone|2986-8|nmol/L|n|288.42||||Testosterone|睾酮
ferritin|2276-4|ng/mL|t|||||Ferritin|铁蛋白
cea|2039-6|ng/mL|t|||-5|C|Carcinoembryonic antigen (CEA)|癌胚抗原
afp|1834-1|ng/mL|t|||-20|C|Alpha-fetoprotein (AFP)|甲胎蛋白
ca-19-9|24108-3|U/mL|t|||-37|C|Cancer antigen 19-9|糖类抗原19-9
ca-125|10334-1 83082-8|U/mL|t|||-35|C|Cancer antigen 125|糖类抗原125
ca-15-3|6875-9 83083-6|U/mL|t|||-25|C|Cancer antigen 15-3|糖类抗原15-3
ca-72-4|17843-4|U/mL|t|||-6.9|C|Cancer antigen 72-4|糖类抗原72-4
ca-27-29|17842-6|U/mL|t|||-38|C|Cancer antigen 27-29|糖类抗原27-29
psa|2857-1|ng/mL|t|||m-4|C|Prostate specific antigen, total|总前列腺特异性抗原
psa-free|10886-0|ng/mL|t|||||Prostate specific antigen, free|游离前列腺特异性抗原
psa-ratio|12841-3|%|t|||m25-|C|Free to total PSA ratio|游离/总前列腺特异性抗原比值
nse|15060-7|ng/mL|t|||-16.3|C|Neuron specific enolase|神经元特异性烯醇化酶
cyfra-21-1|25390-6|ng/mL|t|||-3.3|C|Cytokeratin 19 fragment (CYFRA 21-1)|细胞角蛋白19片段
scc-antigen|9679-2|ng/mL|t|||-1.5|C|Squamous cell carcinoma antigen|鳞状上皮细胞癌抗原
progrp|96461-9|pg/mL|t|||||Pro-gastrin-releasing peptide|胃泌素释放肽前体
pivka-ii|34444-0|ng/mL|t|||||PIVKA-II (des-gamma-carboxyprothrombin)|异常凝血酶原
he4|55180-4|pmol/L|t|||||Human epididymis protein 4|人附睾蛋白4
hcg|21198-7 19080-1|[IU]/L|t|||-5|C|Choriogonadotropin (beta and total)|人绒毛膜促性腺激素
thyroglobulin|3013-0|ng/mL|t|||||Thyroglobulin|甲状腺球蛋白
calcitonin|1992-7|pg/mL|t|||||Calcitonin|降钙素
beta-2-microglobulin|1952-1|mg/L|t|||||Beta-2-microglobulin|β2-微球蛋白
chromogranin-a|9811-1|ng/mL|t|||||Chromogranin A|嗜铬粒蛋白A
stool-blood|57905-2|ng/mL|s|||||Faecal haemoglobin, immunological|粪便血红蛋白（免疫法）
`;
