/**
 * Words that hospitals send without a code the platform knows, in both languages: `Chinese|English`. Operations after
 * the national edition of ICD-9-CM-3 (国家临床版3.0); comorbidities after ICD-10; the rest as reports are written.
 */
export const WORD_ROWS = `
肾部分切除术|Partial nephrectomy
根治性肾切除术|Radical nephrectomy
肾输尿管全长切除术|Nephroureterectomy
腹腔镜下全子宫切除术|Laparoscopic total hysterectomy
经腹全子宫切除术|Total abdominal hysterectomy
经腹全子宫及双附件切除术|Total abdominal hysterectomy with bilateral salpingo-oophorectomy
根治性子宫切除术|Radical hysterectomy
双侧卵巢输卵管切除术|Bilateral salpingo-oophorectomy
肿瘤细胞减灭术|Cytoreductive surgery
宫颈锥形切除术|Conization of cervix
根治性外阴切除术|Radical vulvectomy
乳腺癌改良根治术|Modified radical mastectomy
单纯乳房切除术|Simple mastectomy
乳腺部分切除术|Partial mastectomy
胸腹腔镜联合食管部分切除术|Thoracoscopic and laparoscopic partial oesophagectomy
全食管切除术|Total oesophagectomy
内镜下食管黏膜切除术|Endoscopic mucosal resection of oesophagus
膀胱部分切除术|Partial cystectomy
根治性膀胱全切除术|Radical cystectomy
经尿道膀胱病损切除术|Transurethral resection of bladder lesion
根治性前列腺切除术|Radical prostatectomy
经尿道前列腺切除术|Transurethral resection of prostate
根治性睾丸切除术|Radical orchiectomy
阴茎部分切除术|Partial penectomy
右半结肠切除术|Right hemicolectomy
左半结肠切除术|Left hemicolectomy
横结肠切除术|Transverse colectomy
乙状结肠切除术|Sigmoidectomy
腹会阴联合直肠切除术|Abdominoperineal resection of rectum
腹腔镜下直肠前切除术|Laparoscopic anterior resection of rectum
经肛门直肠病损切除术|Transanal excision of rectal lesion
肛门病损切除术|Excision of anal lesion
小肠部分切除术|Partial resection of small intestine
胸腔镜下肺叶切除术|Thoracoscopic lobectomy of lung
肺叶切除术|Lobectomy of lung
肺段切除术|Segmentectomy of lung
肺楔形切除术|Wedge resection of lung
全肺切除术|Pneumonectomy
胸腺切除术|Thymectomy
甲状腺全切术|Total thyroidectomy
单侧甲状腺叶切除术|Unilateral thyroid lobectomy
腹腔镜下远端胃癌根治术|Laparoscopic radical distal gastrectomy
近端胃切除术|Proximal gastrectomy
全胃切除术|Total gastrectomy
内镜下胃黏膜下剥离术|Endoscopic submucosal dissection of stomach
部分肝切除术|Partial hepatectomy
肝叶切除术|Hepatic lobectomy
肝病损射频消融术|Radiofrequency ablation of liver lesion
胆囊癌根治术|Radical cholecystectomy
胆总管切除术|Resection of common bile duct
胰十二指肠切除术|Pancreaticoduodenectomy
胰体尾切除术|Distal pancreatectomy
腹膜后肿瘤切除术|Excision of retroperitoneal tumour
单侧肾上腺切除术|Unilateral adrenalectomy
脑病损切除术|Excision of brain lesion
开放性脑组织活检|Open biopsy of brain
眼球摘除术|Enucleation of eyeball
视网膜病损破坏术|Destruction of retinal lesion
鼻窦病损切除术|Excision of sinus lesion
声带切除术|Cordectomy
全喉切除术|Total laryngectomy
部分喉切除术|Partial laryngectomy
根治性喉切除术|Radical laryngectomy
咽部分切除术|Partial pharyngectomy
部分舌切除术|Partial glossectomy
单侧根治性颈淋巴结清扫术|Unilateral radical neck dissection
淋巴结切除术|Excision of lymph node
皮肤病损根治性切除术|Radical excision of skin lesion
皮肤病损局部切除术|Local excision of skin lesion
软组织病损扩大切除术|Wide excision of soft tissue lesion
骨病损切除术|Excision of bone lesion
肿瘤段骨切除假体置换术|Segmental bone resection with prosthetic replacement
放射治疗疗程|Radiotherapy course
光子外照射|External beam photon radiotherapy
容积旋转调强放射治疗（VMAT）|Volumetric modulated arc therapy (VMAT)
调强放射治疗（IMRT）|Intensity modulated radiotherapy (IMRT)
特瑞普利单抗|Toripalimab
阿帕替尼|Apatinib
干扰素α-2b|Interferon alfa-2b
肿瘤科门诊初诊|Oncology clinic, first visit
肿瘤科门诊复诊|Oncology clinic, return visit
手术住院|Admission for surgery
药物治疗住院|Admission for systemic therapy
放疗住院|Admission for radiotherapy
治疗后随访|Follow-up after treatment
高血压病|Hypertension
吸烟|Smoking
戒烟|Ex-smoker
饮酒|Alcohol use
高血压|Hypertension
肝硬化|Cirrhosis of liver
冠状动脉粥样硬化性心脏病|Coronary heart disease
冠心病|Coronary heart disease
脑梗死|Cerebral infarction
慢性乙型病毒性肝炎|Chronic hepatitis B
慢性乙型肝炎|Chronic hepatitis B
慢性丙型病毒性肝炎|Chronic hepatitis C
2型糖尿病|Type 2 diabetes mellitus
1型糖尿病|Type 1 diabetes mellitus
糖尿病|Diabetes mellitus
慢性阻塞性肺疾病|Chronic obstructive pulmonary disease
慢性肾脏病|Chronic kidney disease
心房颤动|Atrial fibrillation
心力衰竭|Heart failure
支气管哮喘|Asthma
高脂血症|Hyperlipidaemia
甲状腺功能减退症|Hypothyroidism
骨质疏松症|Osteoporosis
贫血|Anaemia
缺铁性贫血|Iron deficiency anaemia
抑郁症|Depression
肥胖症|Obesity
胸部|Chest
上腹部|Upper abdomen
腹部|Abdomen
腹盆腔|Abdomen and pelvis
盆腔|Pelvis
全身|Whole body
头部|Head
头颅|Head
颈部|Neck
鼻咽及颈部|Nasopharynx and neck
病变部位|Lesion
乳腺及腋窝超声|Ultrasound of breasts and axillae
双乳钼靶|Bilateral mammography
腹部超声|Abdominal ultrasound
甲状腺及颈部淋巴结超声|Ultrasound of thyroid and cervical lymph nodes
全身PET/CT|Whole-body PET/CT
平扫|Unenhanced
增强|Contrast enhanced
动脉期|Arterial phase
静脉期|Venous phase
门静脉期|Portal venous phase
延迟期|Delayed phase
肝胆期|Hepatobiliary phase
T1WI动态增强|T1WI, dynamic contrast enhanced
T1WI增强|T1WI, contrast enhanced
T2WI压脂|T2WI, fat suppressed
灰阶|Greyscale
彩色多普勒|Colour Doppler
CC位|CC view
MLO位|MLO view
CT衰减校正|CT attenuation correction
组织|Tissue
肿瘤组织|Tumour tissue
全血|Whole blood
血清|Serum
血浆|Plasma
骨髓|Bone marrow
EB病毒DNA|Epstein-Barr virus DNA
阳性|Positive
阴性|Negative
野生型|Wild type
突变型|Mutated
可疑|Equivocal
阴性(-)|Negative (-)
阳性(+)|Positive (+)
阳性(++)|Positive (++)
阳性(+++)|Positive (+++)
阳性(1+)|Positive (1+)
阳性(2+)|Positive (2+)
阳性(3+)|Positive (3+)
FISH扩增|Amplified by FISH
FISH未扩增|Not amplified by FISH
19外显子缺失突变|Exon 19 deletion
21外显子L858R突变|Exon 21 L858R
20外显子插入突变|Exon 20 insertion
16型阳性|Type 16 positive
18型阳性|Type 18 positive
甲基化阳性|Methylated
未甲基化|Unmethylated
致病性突变|Pathogenic variant
完全缓解|Complete remission
部分缓解|Partial remission
好转|Improved
病情稳定|Stable disease
病情进展|Progressive disease
复发|Recurrence
根治性|Curative
姑息性|Palliative
每3个月复查（2年内）|Every 3 months (first 2 years)
每6个月复查（第3至5年）|Every 6 months (years 3 to 5)
每年复查（5年后）|Every year (after 5 years)
家属告知患者已去世。|The family told that the patient had died.
电话随访：本人接听，一般情况可。|By telephone: the patient answered; general condition fair.
电话随访：家属代答，病情稳定。|By telephone: the family answered; disease stable.
微信随访：已回复，近期拟复查。|By WeChat: answered; check-up planned soon.
门诊复诊：无不适主诉。|At the clinic: no complaints.
多次电话无人接听。|Telephoned several times without an answer.
`;
