import { type NamedWords, wordsOf } from './words-table.ts';

/**
 * By what an article is linked to a part of a site group (`colorectum.colon`): the headings and words that name the part and
 * nothing beside it. What says no more than the group (“colorectal cancer”) is of no part.
 */
const table = `
lung.trachea ~ Tracheal Neoplasms ~ tracheal,trachea ~  ~ (?<!支)气管(?:癌|恶性肿瘤|肿瘤)
lung.lung ~ Lung Neoplasms;Bronchial Neoplasms;Carcinoma, Non-Small-Cell Lung;Small Cell Lung Carcinoma;Adenocarcinoma of Lung;Adenocarcinoma, Bronchiolo-Alveolar;Carcinoma, Bronchogenic;Pancoast Syndrome ~ lungs?,pulmonary,bronchial,bronchogenic,bronchus ~ nsclc,sclc ~ 肺(?:部|小细胞|非小细胞|鳞状细胞|腺)?(?:癌|恶性肿瘤|肿瘤)|支气管(?:肺)?癌
colorectum.colon ~ Colonic Neoplasms;Sigmoid Neoplasms;Cecal Neoplasms;Appendiceal Neoplasms ~ colon,colonic,sigmoid,ca?ecal,appendiceal ~  ~ (?:结肠|盲肠|阑尾)(?:腺)?(?:癌|恶性肿瘤|肿瘤)
colorectum.rectum ~ Rectal Neoplasms ~ rectal,rectum,rectosigmoid ~  ~ (?<!结)直肠(?:腺)?(?:癌|恶性肿瘤|肿瘤)|直乙交界(?:处)?癌
colorectum.anus ~ Anus Neoplasms ~ anal,anus,anal[ -]canal ~  ~ (?:肛管|肛门)(?:腺|鳞)?(?:癌|恶性肿瘤|肿瘤)
stomach.cardia ~  ~ (?:gastric )?cardia,cardial,gastro-?o?esophageal[ -]junction,o?esophagogastric[ -]junction ~  ~ 贲门(?:腺)?癌|(?:胃食管|食管胃)结合部(?:腺)?(?:癌|恶性肿瘤)
stomach.non-cardia ~  ~ non-?cardia,non-?cardia gastric,distal gastric,gastric antral,gastric antrum ~  ~ (?:胃体|胃窦|幽门|非贲门胃)(?:腺)?癌
corpus-uteri.corpus ~ Endometrial Neoplasms;Carcinoma, Endometrioid ~ endometrial,endometrium ~  ~ (?:子宫内膜|子宫体|宫体)(?:样)?(?:癌|恶性肿瘤)
corpus-uteri.unspecified ~ Uterine Neoplasms ~ uterine,uterus ~ uterine carcinosarcoma ~ 子宫(?:癌|恶性肿瘤)
brain.meninges ~ Meningioma;Meningeal Neoplasms ~ meningeal ~ meningiomas? ~ 脑膜瘤|脑膜肿瘤
brain.brain ~ Brain Neoplasms;Glioblastoma;Glioma;Astrocytoma;Oligodendroglioma;Medulloblastoma;Diffuse Intrinsic Pontine Glioma ~ brain,intracranial ~ glioblastomas?,gliomas?,astrocytomas?,oligodendrogliomas?,medulloblastomas? ~ (?:脑|颅内)(?:部)?肿瘤|胶质(?:母细胞)?瘤|髓母细胞瘤
brain.other ~ Spinal Cord Neoplasms;Cranial Nerve Neoplasms;Neuroma, Acoustic ~ spinal[ -]cord,cranial[ -]nerve,intramedullary ~ vestibular schwannomas? ~ 脊髓(?:髓内)?肿瘤|听神经瘤
kidney.kidney ~ Kidney Neoplasms;Carcinoma, Renal Cell;Wilms Tumor ~ kidney,renal(?![ -]pelvi),renal[ -]cell ~ wilms'? tumou?rs?,nephroblastomas? ~ 肾(?:细胞)?(?:癌|恶性肿瘤)|肾母细胞瘤
kidney.renal-pelvis ~  ~ renal[ -]pelvi[sc],upper[ -]tract[ -]urothelial ~  ~ 肾盂(?:癌|恶性肿瘤)|上尿路尿路上皮癌
kidney.ureter ~ Ureteral Neoplasms ~ ureteral,ureteric,ureter,upper[ -]tract[ -]urothelial ~  ~ 输尿管(?:癌|恶性肿瘤)|上尿路尿路上皮癌
kidney.urethra ~ Urethral Neoplasms ~ urethral,urethra ~  ~ (?<!输)尿道(?:癌|恶性肿瘤)
gallbladder.gallbladder ~ Gallbladder Neoplasms ~ gall[ -]?bladder ~  ~ 胆囊(?:癌|恶性肿瘤)
gallbladder.bile-ducts ~ Bile Duct Neoplasms;Cholangiocarcinoma;Klatskin Tumor ~ bile[ -]duct ~ (?<!intrahepatic )cholangiocarcinomas? ~ (?<!肝内)胆管(?:细胞)?癌
lip-oral-pharynx.lip ~ Lip Neoplasms ~ lip ~  ~ 唇(?:鳞)?癌
lip-oral-pharynx.tongue ~ Tongue Neoplasms ~ tongue ~  ~ 舌(?:鳞)?(?:癌|恶性肿瘤)
lip-oral-pharynx.mouth ~ Mouth Neoplasms;Gingival Neoplasms;Palatal Neoplasms ~ oral,oral[ -]cavity,mouth,gingival,buccal ~  ~ (?:口腔|牙龈|颊|口底)(?:鳞)?(?:癌|恶性肿瘤)
lip-oral-pharynx.salivary-glands ~ Salivary Gland Neoplasms;Parotid Neoplasms;Submandibular Gland Neoplasms;Sublingual Gland Neoplasms ~ salivary[ -]gland,parotid ~  ~ (?:涎腺|唾液腺|腮腺)(?:癌|恶性肿瘤|肿瘤)
lip-oral-pharynx.oropharynx ~ Oropharyngeal Neoplasms;Tonsillar Neoplasms ~ oropharyngeal,tonsillar ~  ~ (?:口咽|扁桃体)(?:鳞)?(?:癌|恶性肿瘤)
lip-oral-pharynx.hypopharynx ~ Hypopharyngeal Neoplasms ~ hypopharyngeal,pyriform[ -]sinus ~  ~ (?:下咽|梨状窝)(?:鳞)?(?:癌|恶性肿瘤)
lip-oral-pharynx.pharynx ~ Pharyngeal Neoplasms ~ pharyngeal,pharynx ~  ~ (?<![鼻口下喉])咽(?:癌|恶性肿瘤)
bone.limbs ~ Femoral Neoplasms ~ femoral,tibial,humeral,long[ -]bone ~  ~ (?:股骨|胫骨|肱骨|四肢骨)(?:恶性)?肿瘤
bone.other ~ Spinal Neoplasms;Skull Neoplasms;Skull Base Neoplasms;Jaw Neoplasms;Mandibular Neoplasms;Maxillary Neoplasms ~ vertebral,skull[ -]base,mandibular ~  ~ (?:脊柱|颅骨|颌骨)(?:恶性)?肿瘤
other-thoracic.thymus ~ Thymus Neoplasms;Thymoma ~ thymic ~ thymomas? ~ 胸腺(?:瘤|癌)
other-thoracic.heart-mediastinum-pleura ~ Mediastinal Neoplasms;Heart Neoplasms;Pleural Neoplasms ~ mediastinal,cardiac ~  ~ (?:纵隔|心脏)(?:恶性)?肿瘤
nose-sinuses.nasal-cavity ~ Nose Neoplasms ~ nasal[ -]cavity ~ esthesioneuroblastomas? ~ (?:鼻腔|中耳)(?:癌|恶性肿瘤)
nose-sinuses.sinuses ~ Paranasal Sinus Neoplasms;Maxillary Sinus Neoplasms ~ paranasal[ -]sinus,maxillary[ -]sinus ~  ~ (?:鼻窦|上颌窦)(?:癌|恶性肿瘤)
other-female-genital.vulva ~ Vulvar Neoplasms ~ vulvar,vulval,vulva ~  ~ 外阴(?:鳞)?(?:癌|恶性肿瘤)
other-female-genital.vagina ~ Vaginal Neoplasms ~ vaginal,vagina ~  ~ 阴道(?:鳞)?(?:癌|恶性肿瘤)
other-female-genital.placenta ~ Gestational Trophoblastic Disease;Choriocarcinoma;Trophoblastic Neoplasms ~  ~ gestational trophoblastic,choriocarcinomas? ~ 绒毛膜癌|绒癌|滋养细胞肿瘤
other-female-genital.other ~ Fallopian Tube Neoplasms ~ fallopian[ -]tube,tubal ~  ~ 输卵管(?:癌|恶性肿瘤)
other-male-genital.penis ~ Penile Neoplasms ~ penile,penis ~  ~ 阴茎(?:鳞)?(?:癌|恶性肿瘤)
other-male-genital.other ~  ~ scrotal,scrotum,epididymal ~  ~ (?:阴囊|附睾)(?:癌|恶性肿瘤)
other-endocrine.adrenal ~ Adrenal Gland Neoplasms;Adrenal Cortex Neoplasms;Adrenocortical Carcinoma;Pheochromocytoma ~ adrenal,adrenocortical ~ ph(?:a)?eochromocytomas? ~ 嗜铬细胞瘤|肾上腺(?:皮质)?(?:癌|肿瘤)
other-endocrine.other ~ Parathyroid Neoplasms;Pituitary Neoplasms;Pinealoma ~ parathyroid,pituitary,pineal ~  ~ (?:垂体|甲状旁腺|松果体)(?:腺)?(?:瘤|癌|肿瘤)
other.retroperitoneum ~ Retroperitoneal Neoplasms;Peritoneal Neoplasms ~ retroperitoneal,peritoneal ~  ~ (?:腹膜后|腹膜)(?:恶性)?(?:肿瘤|癌)
other.unknown-primary ~ Neoplasms, Unknown Primary ~  ~ unknown primary ~ 原发灶不明|原发部位不明
`;

export const partWords: readonly NamedWords<string>[] = wordsOf<string>(table);
