import type { SiteGroupId } from '@nodp/terminology';
import { type NamedWords, wordsOf } from './words-table.ts';

/** site ~ MeSH headings; ~ organs, ~ names, ~ Chinese: a regular expression, as organs and names are. */
const table = `
lung ~ Lung Neoplasms;Bronchial Neoplasms;Carcinoma, Non-Small-Cell Lung;Small Cell Lung Carcinoma;Adenocarcinoma of Lung;Adenocarcinoma, Bronchiolo-Alveolar;Carcinoma, Bronchogenic;Pancoast Syndrome ~ lungs?,pulmonary,bronchial,bronchogenic,bronchus ~ nsclc,sclc ~ 肺(?:部|小细胞|非小细胞|鳞状细胞|腺)?(?:癌|恶性肿瘤|肿瘤)|支气管(?:肺)?癌
colorectum ~ Colorectal Neoplasms;Colonic Neoplasms;Rectal Neoplasms;Sigmoid Neoplasms;Cecal Neoplasms;Appendiceal Neoplasms;Anus Neoplasms;Colorectal Neoplasms, Hereditary Nonpolyposis;Adenomatous Polyposis Coli ~ colorectal,colon,colonic,rectal,rectum,anal,anus,sigmoid ~ lynch syndrome ~ (?:结直肠|大肠|结肠|直肠|肛管|肛门)(?:腺|鳞)?(?:癌|恶性肿瘤|肿瘤)
stomach ~ Stomach Neoplasms;Linitis Plastica ~ gastric,stomach,gastro-?o?esophageal(?:[ -]junction)? ~  ~ 胃(?:食管结合部)?(?:腺)?(?:癌|恶性肿瘤)
liver ~ Liver Neoplasms;Carcinoma, Hepatocellular;Liver Neoplasms, Experimental;Hepatoblastoma ~ liver,hepatic ~ hepatocellular,hepatoma,hepatoblastoma ~ 肝(?:脏|细胞)?(?:癌|恶性肿瘤)|肝母细胞瘤
breast ~ Breast Neoplasms;Triple Negative Breast Neoplasms;Breast Neoplasms, Male;Unilateral Breast Neoplasms;Inflammatory Breast Neoplasms;Carcinoma, Ductal, Breast;Carcinoma, Lobular;Breast Carcinoma In Situ;Hereditary Breast and Ovarian Cancer Syndrome ~ breast,mammary ~  ~ 乳腺(?:导管|小叶|浸润性)?(?:癌|恶性肿瘤|肿瘤)
thyroid ~ Thyroid Neoplasms;Thyroid Cancer, Papillary;Thyroid Carcinoma, Anaplastic;Adenocarcinoma, Follicular ~ thyroid ~  ~ 甲状腺(?:乳头状|滤泡状?|髓样|未分化)?(?:癌|恶性肿瘤)
oesophagus ~ Esophageal Neoplasms;Esophageal Squamous Cell Carcinoma ~ o?esophageal,o?esophagus,gastro-?o?esophageal(?:[ -]junction)? ~  ~ 食管(?:鳞状细胞|鳞|腺)?(?:癌|恶性肿瘤)|胃食管结合部(?:腺)?癌
cervix ~ Uterine Cervical Neoplasms;Uterine Cervical Dysplasia ~ cervical,cervix,uterine cervical ~ cervical intraepithelial neoplasia ~ (?:子)?宫颈(?:鳞|腺)?(?:癌|恶性肿瘤|上皮内瘤变)
prostate ~ Prostatic Neoplasms;Prostatic Neoplasms, Castration-Resistant;Prostatic Intraepithelial Neoplasia ~ prostate,prostatic ~  ~ 前列腺(?:癌|恶性肿瘤)
pancreas ~ Pancreatic Neoplasms;Carcinoma, Pancreatic Ductal;Pancreatic Intraductal Neoplasms ~ pancreatic,pancreas ~  ~ 胰腺(?:导管腺?)?(?:癌|恶性肿瘤)
corpus-uteri ~ Endometrial Neoplasms;Uterine Neoplasms;Carcinoma, Endometrioid ~ endometrial,uterine,endometrium ~ uterine carcinosarcoma ~ (?:子宫内膜|子宫体)(?:样)?(?:癌|恶性肿瘤)
bladder ~ Urinary Bladder Neoplasms;Non-Muscle Invasive Bladder Neoplasms ~ bladder ~  ~ 膀胱(?:尿路上皮)?(?:癌|恶性肿瘤)
brain ~ Brain Neoplasms;Central Nervous System Neoplasms;Spinal Cord Neoplasms;Glioblastoma;Glioma;Astrocytoma;Oligodendroglioma;Ependymoma;Medulloblastoma;Meningioma;Meningeal Neoplasms;Diffuse Intrinsic Pontine Glioma ~ brain,central[ -]nervous[ -]system,intracranial ~ glioblastomas?,gliomas?,astrocytomas?,oligodendrogliomas?,ependymomas?,medulloblastomas?,meningiomas? ~ (?:脑|颅内)(?:部)?肿瘤|胶质(?:母细胞)?瘤|髓母细胞瘤|脑膜瘤
leukaemia ~ Leukemia;Leukemia, Myeloid, Acute;Leukemia, Promyelocytic, Acute;Leukemia, Myelogenous, Chronic, BCR-ABL Positive;Leukemia, Lymphocytic, Chronic, B-Cell;Precursor Cell Lymphoblastic Leukemia-Lymphoma;Precursor B-Cell Lymphoblastic Leukemia-Lymphoma;Leukemia, Hairy Cell;Leukemia, Myeloid ~  ~ leuka?emias? ~ 白血病
non-hodgkin-lymphoma ~ Lymphoma, Non-Hodgkin;Lymphoma, Large B-Cell, Diffuse;Lymphoma, Follicular;Lymphoma, Mantle-Cell;Lymphoma, B-Cell;Lymphoma, T-Cell;Lymphoma, B-Cell, Marginal Zone;Lymphoma, Extranodal NK-T-Cell;Burkitt Lymphoma;Lymphoma, T-Cell, Peripheral;Waldenstrom Macroglobulinemia ~  ~ non-hodgkin'?s?[ -]lymphomas?,(?:large[ -])?(?:b|t|nk)-?cell[ -](?:non-hodgkin'?s?[ -])?lymphomas?,follicular lymphomas?,mantle[ -]cell lymphomas?,burkitt'?s? lymphomas? ~ 非霍奇金淋巴瘤|(?:B|T|NK)细胞淋巴瘤|滤泡(?:性)?淋巴瘤|套细胞淋巴瘤
hodgkin-lymphoma ~ Hodgkin Disease ~  ~ (?<!non-)hodgkin'?s? (?:lymphoma|disease) ~ (?<!非)霍奇金(?:淋巴瘤|病)
ovary ~ Ovarian Neoplasms;Carcinoma, Ovarian Epithelial;Hereditary Breast and Ovarian Cancer Syndrome ~ ovarian,ovary ~  ~ 卵巢(?:上皮性?)?(?:癌|恶性肿瘤)
nasopharynx ~ Nasopharyngeal Neoplasms;Nasopharyngeal Carcinoma ~ nasopharyngeal,nasopharynx ~  ~ 鼻咽(?:癌|恶性肿瘤)
kidney ~ Kidney Neoplasms;Carcinoma, Renal Cell;Wilms Tumor;Ureteral Neoplasms;Urethral Neoplasms ~ kidney,renal,renal[ -]cell,ureteral,urethral,upper[ -]tract[ -]urothelial ~ wilms'? tumou?rs?,nephroblastomas? ~ 肾(?:细胞|盂)?(?:癌|恶性肿瘤)|肾母细胞瘤|输尿管癌
gallbladder ~ Gallbladder Neoplasms;Biliary Tract Neoplasms;Bile Duct Neoplasms;Cholangiocarcinoma;Klatskin Tumor ~ gallbladder,biliary,biliary[ -]tract,bile[ -]duct ~ cholangiocarcinomas? ~ 胆囊(?:癌|恶性肿瘤)|胆管(?:细胞)?癌|胆道(?:癌|恶性肿瘤)
lip-oral-pharynx ~ Mouth Neoplasms;Lip Neoplasms;Tongue Neoplasms;Gingival Neoplasms;Oropharyngeal Neoplasms;Hypopharyngeal Neoplasms;Tonsillar Neoplasms;Salivary Gland Neoplasms;Parotid Neoplasms;Pharyngeal Neoplasms ~ oral,oral[ -]cavity,mouth,lip,tongue,oropharyngeal,hypopharyngeal,tonsillar,salivary[ -]gland,parotid ~  ~ (?:口腔|舌|唇|牙龈|口咽|下咽|扁桃体|涎腺|腮腺)(?:鳞)?(?:癌|恶性肿瘤)
larynx ~ Laryngeal Neoplasms ~ laryngeal,larynx,glottic ~  ~ 喉(?:癌|恶性肿瘤)
myeloma ~ Multiple Myeloma;Plasmacytoma;Smoldering Multiple Myeloma ~  ~ myelomas?,plasmacytomas? ~ 骨髓瘤|浆细胞瘤
bone ~ Bone Neoplasms;Osteosarcoma;Chondrosarcoma;Sarcoma, Ewing ~ bone ~ osteosarcomas?,ewing'?s? sarcomas?,chondrosarcomas? ~ 骨肉瘤|软骨肉瘤|尤因肉瘤|骨肿瘤
melanoma ~ Melanoma;Melanoma, Cutaneous Malignant ~  ~ (?<!uveal |ocular |choroidal )melanomas? ~ (?<!葡萄膜|脉络膜)黑色素瘤
other-skin ~ Skin Neoplasms;Carcinoma, Basal Cell;Carcinoma, Merkel Cell ~ skin,cutaneous ~ merkel[ -]cell carcinomas?,basal[ -]cell carcinomas? ~ 皮肤(?:鳞|基底细胞)?(?:癌|恶性肿瘤)|基底细胞癌
soft-tissue ~ Soft Tissue Neoplasms;Sarcoma;Liposarcoma;Leiomyosarcoma;Rhabdomyosarcoma;Sarcoma, Synovial ~ soft[ -]tissue ~ liposarcomas?,leiomyosarcomas?,rhabdomyosarcomas?,soft[ -]tissue sarcomas? ~ 软组织(?:肉瘤|肿瘤)|脂肪肉瘤|横纹肌肉瘤
small-intestine ~ Intestinal Neoplasms;Duodenal Neoplasms;Ileal Neoplasms;Jejunal Neoplasms ~ small[ -]bowel,small[ -]intestinal,duodenal,ileal,jejunal ~  ~ (?:小肠|十二指肠)(?:腺)?(?:癌|恶性肿瘤|肿瘤)
testis ~ Testicular Neoplasms;Seminoma ~ testicular,testis ~ seminomas? ~ 睾丸(?:癌|肿瘤|生殖细胞肿瘤)|精原细胞瘤
other-thoracic ~ Thymus Neoplasms;Thymoma;Mediastinal Neoplasms;Heart Neoplasms;Pleural Neoplasms ~ thymic,mediastinal,cardiac ~ thymomas? ~ 胸腺(?:瘤|癌)|纵隔肿瘤
nose-sinuses ~ Nose Neoplasms;Paranasal Sinus Neoplasms;Maxillary Sinus Neoplasms ~ sinonasal,nasal[ -]cavity,paranasal[ -]sinus ~ esthesioneuroblastomas? ~ 鼻腔(?:癌|恶性肿瘤)|鼻窦(?:癌|恶性肿瘤)
other-female-genital ~ Vulvar Neoplasms;Vaginal Neoplasms;Fallopian Tube Neoplasms;Gestational Trophoblastic Disease;Choriocarcinoma ~ vulvar,vaginal,fallopian[ -]tube ~ gestational trophoblastic,choriocarcinomas? ~ 外阴癌|阴道癌|输卵管癌|绒毛膜癌|滋养细胞肿瘤
other-male-genital ~ Penile Neoplasms ~ penile,penis ~  ~ 阴茎癌
eye ~ Eye Neoplasms;Retinoblastoma;Uveal Melanoma;Uveal Neoplasms;Conjunctival Neoplasms ~ ocular,uveal,conjunctival ~ retinoblastomas?,uveal melanomas? ~ 视网膜母细胞瘤|(?:葡萄膜|脉络膜)黑色素瘤
other-endocrine ~ Adrenal Gland Neoplasms;Adrenal Cortex Neoplasms;Adrenocortical Carcinoma;Pheochromocytoma;Paraganglioma;Neuroblastoma;Parathyroid Neoplasms ~ adrenal,adrenocortical,parathyroid ~ neuroblastomas?,ph(?:a)?eochromocytomas?,paragangliomas? ~ 神经母细胞瘤|嗜铬细胞瘤|副神经节瘤|肾上腺皮质癌
mesothelioma ~ Mesothelioma;Mesothelioma, Malignant ~  ~ mesotheliomas? ~ 间皮瘤
kaposi-sarcoma ~ Sarcoma, Kaposi ~  ~ kaposi'?s? sarcomas? ~ 卡波西肉瘤
myeloproliferative ~ Myeloproliferative Disorders;Myelodysplastic Syndromes;Polycythemia Vera;Thrombocythemia, Essential;Primary Myelofibrosis ~  ~ myelodysplastic,myeloproliferative,polycyth(?:a)?emia vera,myelofibrosis ~ 骨髓增生异常|骨髓增殖性|真性红细胞增多症|骨髓纤维化
other ~ Neoplasms, Unknown Primary ~  ~ unknown primary ~ 原发灶不明
`;

export const siteWords: readonly NamedWords<SiteGroupId>[] = wordsOf<SiteGroupId>(table);
