import { rows } from '../rows.ts';

/**
 * Other names that people type for a site group or a part of one: `id|English|Chinese`, names parted by
 * semicolons. Diseases, organs and the spellings of both sides of the Atlantic; the official names stand
 * with the groups and are not said again.
 */
const WORD_ROWS = `
lung|lung cancer;lung carcinoma;bronchus;bronchial cancer;NSCLC;SCLC;small cell lung cancer;pulmonary|肺癌;肺;支气管肺癌;支气管癌;小细胞肺癌;非小细胞肺癌;肺腺癌;肺鳞癌;肺恶性肿瘤
lung.trachea|tracheal cancer;windpipe|气管癌;气管恶性肿瘤
lung.lung|lung cancer;bronchial cancer|肺癌;肺;支气管肺癌
colorectum|colorectal cancer;bowel cancer;CRC;large bowel;large intestine|结直肠癌;大肠癌;大肠;肠癌;结直肠
colorectum.colon|colon cancer;caecum;cecum;sigmoid colon;ascending colon;transverse colon;descending colon;appendix|结肠癌;盲肠癌;乙状结肠癌;升结肠癌;横结肠癌;降结肠癌;阑尾癌;结肠恶性肿瘤
colorectum.rectum|rectal cancer;rectum cancer;rectosigmoid|直肠;直肠癌;直乙交界癌;直肠恶性肿瘤
colorectum.anus|anal cancer;anal canal|肛门癌;肛管癌;肛门
stomach|stomach cancer;gastric cancer;gastric|胃癌;胃恶性肿瘤;胃腺癌
stomach.cardia|gastric cardia;gastro-oesophageal junction;gastroesophageal junction;GEJ|贲门癌;胃食管结合部;食管胃结合部腺癌
stomach.non-cardia|gastric antrum;pylorus;gastric body|胃体癌;胃窦癌;幽门;非贲门胃癌
liver|liver cancer;hepatocellular carcinoma;HCC;hepatic;hepatoma;intrahepatic bile duct;intrahepatic cholangiocarcinoma;ICC|肝癌;肝;原发性肝癌;肝细胞癌;肝内胆管癌;肝恶性肿瘤
breast|breast cancer;mammary|乳腺癌;乳癌;乳房;乳腺恶性肿瘤
thyroid|thyroid cancer;thyroid gland;papillary thyroid carcinoma|甲状腺癌;甲癌;甲状腺乳头状癌;甲状腺恶性肿瘤
oesophagus|oesophageal cancer;esophagus;esophageal cancer;gullet|食管癌;食道;食道癌;食管恶性肿瘤
cervix|cervical cancer;cervix cancer;uterine cervix|宫颈癌;宫颈;子宫颈癌;宫颈恶性肿瘤
prostate|prostate cancer;prostatic|前列腺癌;前列腺恶性肿瘤
pancreas|pancreatic cancer;pancreas cancer|胰腺癌;胰;胰头癌;胰腺恶性肿瘤
corpus-uteri|uterine cancer;uterus;womb;endometrial cancer;endometrium|子宫癌;子宫;子宫内膜癌;宫体癌;子宫体癌
corpus-uteri.corpus|endometrial cancer;endometrium;uterine body|子宫内膜癌;宫体癌;子宫体癌
corpus-uteri.unspecified|uterus NOS|子宫癌;子宫未特指
bladder|bladder cancer;urinary bladder;urothelial carcinoma of bladder|膀胱癌;膀胱恶性肿瘤;膀胱尿路上皮癌
brain|brain cancer;brain tumour;brain tumor;central nervous system;CNS;glioma;glioblastoma|脑癌;脑瘤;脑肿瘤;脑;中枢神经系统;神经系统;胶质瘤;胶质母细胞瘤
brain.meninges|meningioma|脑膜瘤;脑膜恶性肿瘤
brain.brain|brain cancer;glioma;glioblastoma|脑癌;脑瘤;胶质瘤
brain.other|spinal cord;cranial nerve|脊髓;脊髓肿瘤;脑神经
leukaemia|leukemia;leukaemias;AML;ALL;CLL;CML;acute myeloid leukaemia;acute lymphoblastic leukaemia;blood cancer|急性白血病;慢性白血病;血癌;急性髓系白血病;急性淋巴细胞白血病;慢性粒细胞白血病;慢性淋巴细胞白血病
non-hodgkin-lymphoma|NHL;lymphoma;diffuse large B-cell lymphoma;DLBCL;follicular lymphoma|淋巴瘤;恶性淋巴瘤;弥漫大B细胞淋巴瘤;滤泡性淋巴瘤;T细胞淋巴瘤
ovary|ovarian cancer;ovaries|卵巢癌;卵巢恶性肿瘤
nasopharynx|nasopharyngeal cancer;nasopharyngeal carcinoma;NPC;nasopharynx cancer|鼻咽癌;鼻咽恶性肿瘤
kidney|kidney cancer;renal cancer;renal cell carcinoma;RCC;urinary|肾癌;肾;肾细胞癌;肾恶性肿瘤;泌尿系统
kidney.kidney|kidney cancer;renal cancer;renal cell carcinoma;RCC|肾癌;肾细胞癌
kidney.renal-pelvis|renal pelvis cancer;upper tract urothelial carcinoma;UTUC|肾盂癌;上尿路尿路上皮癌
kidney.ureter|ureteral cancer;upper tract urothelial carcinoma;UTUC|输尿管癌;上尿路尿路上皮癌
kidney.urethra|urethral cancer|尿道癌;尿道
gallbladder|gall bladder;gallbladder cancer;bile duct cancer;biliary tract;cholangiocarcinoma|胆囊癌;胆管癌;胆道癌;胆囊;胆道
gallbladder.gallbladder|gall bladder;gallbladder cancer|胆囊癌
gallbladder.bile-ducts|bile duct cancer;extrahepatic cholangiocarcinoma;ampulla of Vater|胆管癌;肝外胆管癌;壶腹癌
lip-oral-pharynx|oral cancer;mouth cancer;head and neck;oropharyngeal cancer;throat|口腔癌;口咽癌;头颈部肿瘤;口腔;咽癌;咽
lip-oral-pharynx.lip|lip cancer|唇癌
lip-oral-pharynx.tongue|tongue cancer|舌癌
lip-oral-pharynx.mouth|oral cavity;oral cancer;gum;palate;floor of mouth|口腔癌;牙龈癌;颊癌;口底癌;腭
lip-oral-pharynx.salivary-glands|salivary gland cancer;parotid|涎腺癌;唾液腺癌;腮腺癌;腮腺
lip-oral-pharynx.oropharynx|oropharyngeal cancer;tonsillar cancer|口咽癌;扁桃体癌
lip-oral-pharynx.hypopharynx|hypopharyngeal cancer;pyriform sinus|下咽癌;梨状窝癌
lip-oral-pharynx.pharynx|throat|咽癌
larynx|laryngeal cancer;larynx cancer;voice box;glottis|喉癌;声门癌;喉恶性肿瘤
myeloma|multiple myeloma;MM;plasmacytoma;plasma cell|骨髓瘤;浆细胞瘤;浆细胞肿瘤;浆细胞骨髓瘤
bone|bone cancer;osteosarcoma;Ewing sarcoma|骨癌;骨肉瘤;骨肿瘤;尤文肉瘤
bone.limbs|long bones;osteosarcoma|骨肉瘤;长骨
bone.other|spine;skull;pelvis bone|脊柱;颅骨;骨盆
melanoma|skin melanoma;malignant melanoma|黑色素瘤;恶性黑色素瘤;黑素瘤
other-skin|skin cancer;basal cell carcinoma;squamous cell carcinoma of skin;non-melanoma skin cancer|皮肤癌;皮肤;基底细胞癌;皮肤鳞癌
soft-tissue|sarcoma;soft tissue sarcoma;STS|软组织肉瘤;肉瘤;软组织;结缔组织
small-intestine|small bowel;duodenum;ileum;jejunum;small intestine cancer|小肠癌;十二指肠癌;十二指肠;空肠;回肠
hodgkin-lymphoma|Hodgkin disease;Hodgkin's lymphoma;HL;lymphoma|霍奇金病;何杰金;何杰金氏病;淋巴瘤
testis|testicular cancer;testicle|睾丸癌;睾丸恶性肿瘤
other-thoracic|thymoma;mediastinum|胸腺瘤;胸腺癌;纵隔肿瘤
other-thoracic.thymus|thymoma;thymic carcinoma|胸腺瘤;胸腺癌
other-thoracic.heart-mediastinum-pleura|mediastinal tumour|纵隔肿瘤;心脏肿瘤
nose-sinuses|nasal cavity;sinonasal;paranasal sinus;maxillary sinus|鼻腔癌;鼻窦癌;上颌窦癌;鼻
nose-sinuses.nasal-cavity|nasal cancer;nose|鼻腔癌;中耳癌
nose-sinuses.sinuses|paranasal sinus;maxillary sinus|鼻窦癌;上颌窦癌;副鼻窦
other-female-genital|vulvar cancer;vaginal cancer;choriocarcinoma;fallopian tube|外阴癌;阴道癌;绒毛膜癌;输卵管癌
other-female-genital.vulva|vulvar cancer|外阴癌
other-female-genital.vagina|vaginal cancer|阴道癌
other-female-genital.placenta|choriocarcinoma;gestational trophoblastic|绒毛膜癌;绒癌;滋养细胞肿瘤
other-female-genital.other|fallopian tube cancer|输卵管癌
other-male-genital|penile cancer|阴茎癌
other-male-genital.penis|penile cancer|阴茎癌
other-male-genital.other|scrotum;epididymis|阴囊癌;附睾
eye|eye cancer;retinoblastoma;uveal melanoma;ocular|眼癌;眼;视网膜母细胞瘤;葡萄膜黑色素瘤
other-endocrine|adrenal cancer;neuroblastoma;pituitary;parathyroid|肾上腺癌;神经母细胞瘤;垂体;甲状旁腺
other-endocrine.adrenal|adrenocortical carcinoma;neuroblastoma;phaeochromocytoma|肾上腺癌;肾上腺皮质癌;神经母细胞瘤;嗜铬细胞瘤
other-endocrine.other|pituitary;parathyroid;pineal|垂体;甲状旁腺;松果体
mesothelioma|pleural mesothelioma;peritoneal mesothelioma|胸膜间皮瘤;腹膜间皮瘤;恶性间皮瘤
kaposi-sarcoma|Kaposi's sarcoma;KS|卡波氏肉瘤;卡波济肉瘤
myeloproliferative|MDS;MPN;myelodysplastic syndrome;polycythaemia vera;polycythemia vera;myelofibrosis|骨髓增生异常综合征;骨髓增殖性肿瘤;真性红细胞增多症;骨髓纤维化
other|unknown primary;CUP;ill-defined;peritoneum;retroperitoneum|原发不明;原发灶不明;腹膜;腹膜后
other.retroperitoneum|retroperitoneal sarcoma;peritoneal cancer|腹膜后肿瘤;腹膜癌
other.unknown-primary|CUP;cancer of unknown primary|原发不明;原发灶不明癌
`;

/** Other names of a site group or of a part of one, by its id. */
export const siteWords: ReadonlyMap<string, readonly string[]> = new Map(
  rows(WORD_ROWS).map(([id = '', en = '', zh = '']) => [id, `${zh};${en}`.split(';')]),
);
