/**
 * ICD-10 chapter II, three-character categories: `code|English|Chinese`.
 * Source: ICD-10 (WHO, version 2019); Chinese after GB/T 14396-2016 (disease classification and codes).
 */
export const ICD_10_ROWS = `
C00|Malignant neoplasm of lip|唇恶性肿瘤
C01|Malignant neoplasm of base of tongue|舌根恶性肿瘤
C02|Malignant neoplasm of other and unspecified parts of tongue|舌其他和未特指部位的恶性肿瘤
C03|Malignant neoplasm of gum|牙龈恶性肿瘤
C04|Malignant neoplasm of floor of mouth|口底恶性肿瘤
C05|Malignant neoplasm of palate|腭恶性肿瘤
C06|Malignant neoplasm of other and unspecified parts of mouth|口腔其他和未特指部位的恶性肿瘤
C07|Malignant neoplasm of parotid gland|腮腺恶性肿瘤
C08|Malignant neoplasm of other and unspecified major salivary glands|大涎腺其他和未特指部位的恶性肿瘤
C09|Malignant neoplasm of tonsil|扁桃体恶性肿瘤
C10|Malignant neoplasm of oropharynx|口咽恶性肿瘤
C11|Malignant neoplasm of nasopharynx|鼻咽恶性肿瘤
C12|Malignant neoplasm of piriform sinus|梨状窦恶性肿瘤
C13|Malignant neoplasm of hypopharynx|下咽恶性肿瘤
C14|Malignant neoplasm of other and ill-defined sites in the lip, oral cavity and pharynx|唇、口腔和咽其他和不明确部位的恶性肿瘤
C15|Malignant neoplasm of oesophagus|食管恶性肿瘤
C16|Malignant neoplasm of stomach|胃恶性肿瘤
C17|Malignant neoplasm of small intestine|小肠恶性肿瘤
C18|Malignant neoplasm of colon|结肠恶性肿瘤
C19|Malignant neoplasm of rectosigmoid junction|直肠乙状结肠连接处恶性肿瘤
C20|Malignant neoplasm of rectum|直肠恶性肿瘤
C21|Malignant neoplasm of anus and anal canal|肛门和肛管恶性肿瘤
C22|Malignant neoplasm of liver and intrahepatic bile ducts|肝和肝内胆管恶性肿瘤
C23|Malignant neoplasm of gallbladder|胆囊恶性肿瘤
C24|Malignant neoplasm of other and unspecified parts of biliary tract|胆道其他和未特指部位的恶性肿瘤
C25|Malignant neoplasm of pancreas|胰恶性肿瘤
C26|Malignant neoplasm of other and ill-defined digestive organs|消化器官其他和不明确部位的恶性肿瘤
C30|Malignant neoplasm of nasal cavity and middle ear|鼻腔和中耳恶性肿瘤
C31|Malignant neoplasm of accessory sinuses|鼻旁窦恶性肿瘤
C32|Malignant neoplasm of larynx|喉恶性肿瘤
C33|Malignant neoplasm of trachea|气管恶性肿瘤
C34|Malignant neoplasm of bronchus and lung|支气管和肺恶性肿瘤
C37|Malignant neoplasm of thymus|胸腺恶性肿瘤
C38|Malignant neoplasm of heart, mediastinum and pleura|心脏、纵隔和胸膜恶性肿瘤
C39|Malignant neoplasm of other and ill-defined sites in the respiratory system and intrathoracic organs|呼吸和胸腔内器官其他和不明确部位的恶性肿瘤
C40|Malignant neoplasm of bone and articular cartilage of limbs|四肢骨和关节软骨恶性肿瘤
C41|Malignant neoplasm of bone and articular cartilage of other and unspecified sites|其他和未特指部位的骨和关节软骨恶性肿瘤
C43|Malignant melanoma of skin|皮肤恶性黑色素瘤
C44|Other malignant neoplasms of skin|皮肤其他恶性肿瘤
C45|Mesothelioma|间皮瘤
C46|Kaposi sarcoma|卡波西肉瘤
C47|Malignant neoplasm of peripheral nerves and autonomic nervous system|周围神经和自主神经系统恶性肿瘤
C48|Malignant neoplasm of retroperitoneum and peritoneum|腹膜后腔和腹膜恶性肿瘤
C49|Malignant neoplasm of other connective and soft tissue|其他结缔组织和软组织恶性肿瘤
C50|Malignant neoplasm of breast|乳房恶性肿瘤
C51|Malignant neoplasm of vulva|外阴恶性肿瘤
C52|Malignant neoplasm of vagina|阴道恶性肿瘤
C53|Malignant neoplasm of cervix uteri|宫颈恶性肿瘤
C54|Malignant neoplasm of corpus uteri|子宫体恶性肿瘤
C55|Malignant neoplasm of uterus, part unspecified|子宫恶性肿瘤，部位未特指
C56|Malignant neoplasm of ovary|卵巢恶性肿瘤
C57|Malignant neoplasm of other and unspecified female genital organs|女性生殖器官其他和未特指的恶性肿瘤
C58|Malignant neoplasm of placenta|胎盘恶性肿瘤
C60|Malignant neoplasm of penis|阴茎恶性肿瘤
C61|Malignant neoplasm of prostate|前列腺恶性肿瘤
C62|Malignant neoplasm of testis|睾丸恶性肿瘤
C63|Malignant neoplasm of other and unspecified male genital organs|男性生殖器官其他和未特指的恶性肿瘤
C64|Malignant neoplasm of kidney, except renal pelvis|肾（除外肾盂）恶性肿瘤
C65|Malignant neoplasm of renal pelvis|肾盂恶性肿瘤
C66|Malignant neoplasm of ureter|输尿管恶性肿瘤
C67|Malignant neoplasm of bladder|膀胱恶性肿瘤
C68|Malignant neoplasm of other and unspecified urinary organs|泌尿器官其他和未特指的恶性肿瘤
C69|Malignant neoplasm of eye and adnexa|眼和附器恶性肿瘤
C70|Malignant neoplasm of meninges|脑脊膜恶性肿瘤
C71|Malignant neoplasm of brain|脑恶性肿瘤
C72|Malignant neoplasm of spinal cord, cranial nerves and other parts of central nervous system|脊髓、脑神经和中枢神经系统其他部位的恶性肿瘤
C73|Malignant neoplasm of thyroid gland|甲状腺恶性肿瘤
C74|Malignant neoplasm of adrenal gland|肾上腺恶性肿瘤
C75|Malignant neoplasm of other endocrine glands and related structures|其他内分泌腺和有关结构的恶性肿瘤
C76|Malignant neoplasm of other and ill-defined sites|其他和不明确部位的恶性肿瘤
C77|Secondary and unspecified malignant neoplasm of lymph nodes|淋巴结继发性和未特指的恶性肿瘤
C78|Secondary malignant neoplasm of respiratory and digestive organs|呼吸和消化器官继发性恶性肿瘤
C79|Secondary malignant neoplasm of other and unspecified sites|其他和未特指部位的继发性恶性肿瘤
C80|Malignant neoplasm without specification of site|恶性肿瘤，部位未特指
C81|Hodgkin lymphoma|霍奇金淋巴瘤
C82|Follicular lymphoma|滤泡性淋巴瘤
C83|Non-follicular lymphoma|非滤泡性淋巴瘤
C84|Mature T/NK-cell lymphomas|成熟T/NK细胞淋巴瘤
C85|Other and unspecified types of non-Hodgkin lymphoma|非霍奇金淋巴瘤的其他和未特指类型
C86|Other specified types of T/NK-cell lymphoma|T/NK细胞淋巴瘤其他特指的类型
C88|Malignant immunoproliferative diseases|恶性免疫增生性疾病
C90|Multiple myeloma and malignant plasma cell neoplasms|多发性骨髓瘤和恶性浆细胞肿瘤
C91|Lymphoid leukaemia|淋巴样白血病
C92|Myeloid leukaemia|髓样白血病
C93|Monocytic leukaemia|单核细胞白血病
C94|Other leukaemias of specified cell type|特指细胞类型的其他白血病
C95|Leukaemia of unspecified cell type|未特指细胞类型的白血病
C96|Other and unspecified malignant neoplasms of lymphoid, haematopoietic and related tissue|淋巴、造血和有关组织其他和未特指的恶性肿瘤
C97|Malignant neoplasms of independent (primary) multiple sites|独立（原发）多个部位的恶性肿瘤
D00|Carcinoma in situ of oral cavity, oesophagus and stomach|口腔、食管和胃原位癌
D01|Carcinoma in situ of other and unspecified digestive organs|其他和未特指的消化器官原位癌
D02|Carcinoma in situ of middle ear and respiratory system|中耳和呼吸系统原位癌
D03|Melanoma in situ|原位黑色素瘤
D04|Carcinoma in situ of skin|皮肤原位癌
D05|Carcinoma in situ of breast|乳房原位癌
D06|Carcinoma in situ of cervix uteri|宫颈原位癌
D07|Carcinoma in situ of other and unspecified genital organs|其他和未特指的生殖器官原位癌
D09|Carcinoma in situ of other and unspecified sites|其他和未特指部位的原位癌
D10|Benign neoplasm of mouth and pharynx|口和咽良性肿瘤
D11|Benign neoplasm of major salivary glands|大涎腺良性肿瘤
D12|Benign neoplasm of colon, rectum, anus and anal canal|结肠、直肠、肛门和肛管良性肿瘤
D13|Benign neoplasm of other and ill-defined parts of digestive system|消化系统其他和不明确部位的良性肿瘤
D14|Benign neoplasm of middle ear and respiratory system|中耳和呼吸系统良性肿瘤
D15|Benign neoplasm of other and unspecified intrathoracic organs|其他和未特指的胸腔内器官良性肿瘤
D16|Benign neoplasm of bone and articular cartilage|骨和关节软骨良性肿瘤
D17|Benign lipomatous neoplasm|良性脂肪瘤样肿瘤
D18|Haemangioma and lymphangioma, any site|血管瘤和淋巴管瘤，任何部位
D19|Benign neoplasm of mesothelial tissue|间皮组织良性肿瘤
D20|Benign neoplasm of soft tissue of retroperitoneum and peritoneum|腹膜后和腹膜软组织良性肿瘤
D21|Other benign neoplasms of connective and other soft tissue|结缔组织和其他软组织的其他良性肿瘤
D22|Melanocytic naevi|黑素细胞痣
D23|Other benign neoplasms of skin|皮肤其他良性肿瘤
D24|Benign neoplasm of breast|乳房良性肿瘤
D25|Leiomyoma of uterus|子宫平滑肌瘤
D26|Other benign neoplasms of uterus|子宫其他良性肿瘤
D27|Benign neoplasm of ovary|卵巢良性肿瘤
D28|Benign neoplasm of other and unspecified female genital organs|女性生殖器官其他和未特指的良性肿瘤
D29|Benign neoplasm of male genital organs|男性生殖器官良性肿瘤
D30|Benign neoplasm of urinary organs|泌尿器官良性肿瘤
D31|Benign neoplasm of eye and adnexa|眼和附器良性肿瘤
D32|Benign neoplasm of meninges|脑脊膜良性肿瘤
D33|Benign neoplasm of brain and other parts of central nervous system|脑和中枢神经系统其他部位的良性肿瘤
D34|Benign neoplasm of thyroid gland|甲状腺良性肿瘤
D35|Benign neoplasm of other and unspecified endocrine glands|其他和未特指的内分泌腺良性肿瘤
D36|Benign neoplasm of other and unspecified sites|其他和未特指部位的良性肿瘤
D37|Neoplasm of uncertain or unknown behaviour of oral cavity and digestive organs|口腔和消化器官动态未定或动态未知的肿瘤
D38|Neoplasm of uncertain or unknown behaviour of middle ear and respiratory and intrathoracic organs|中耳、呼吸和胸腔内器官动态未定或动态未知的肿瘤
D39|Neoplasm of uncertain or unknown behaviour of female genital organs|女性生殖器官动态未定或动态未知的肿瘤
D40|Neoplasm of uncertain or unknown behaviour of male genital organs|男性生殖器官动态未定或动态未知的肿瘤
D41|Neoplasm of uncertain or unknown behaviour of urinary organs|泌尿器官动态未定或动态未知的肿瘤
D42|Neoplasm of uncertain or unknown behaviour of meninges|脑脊膜动态未定或动态未知的肿瘤
D43|Neoplasm of uncertain or unknown behaviour of brain and central nervous system|脑和中枢神经系统动态未定或动态未知的肿瘤
D44|Neoplasm of uncertain or unknown behaviour of endocrine glands|内分泌腺动态未定或动态未知的肿瘤
D45|Polycythaemia vera|真性红细胞增多症
D46|Myelodysplastic syndromes|骨髓增生异常综合征
D47|Other neoplasms of uncertain or unknown behaviour of lymphoid, haematopoietic and related tissue|淋巴、造血和有关组织动态未定或动态未知的其他肿瘤
D48|Neoplasm of uncertain or unknown behaviour of other and unspecified sites|其他和未特指部位动态未定或动态未知的肿瘤
`;

/**
 * The four-character codes of C76 to C80, where the fourth says what the diagnosis is (a lung metastasis, not one
 * of "respiratory and digestive organs"): `code|English|Chinese`. Sources as above; C79.7 and C79.9 since ICD-10 2010.
 */
export const ICD_10_SPREAD_ROWS = `
C76.0|Malignant neoplasm of head, face and neck|头、面和颈部恶性肿瘤
C76.1|Malignant neoplasm of thorax|胸部恶性肿瘤
C76.2|Malignant neoplasm of abdomen|腹部恶性肿瘤
C76.3|Malignant neoplasm of pelvis|盆腔恶性肿瘤
C76.4|Malignant neoplasm of upper limb|上肢恶性肿瘤
C76.5|Malignant neoplasm of lower limb|下肢恶性肿瘤
C76.7|Malignant neoplasm of other ill-defined sites|其他不明确部位的恶性肿瘤
C76.8|Overlapping malignant lesion of other and ill-defined sites|其他和不明确部位交搭跨越的恶性肿瘤
C77.0|Secondary and unspecified malignant neoplasm of lymph nodes of head, face and neck|头、面和颈部淋巴结继发性和未特指的恶性肿瘤
C77.1|Secondary and unspecified malignant neoplasm of intrathoracic lymph nodes|胸内淋巴结继发性和未特指的恶性肿瘤
C77.2|Secondary and unspecified malignant neoplasm of intra-abdominal lymph nodes|腹内淋巴结继发性和未特指的恶性肿瘤
C77.3|Secondary and unspecified malignant neoplasm of axillary and upper limb lymph nodes|腋下和上肢淋巴结继发性和未特指的恶性肿瘤
C77.4|Secondary and unspecified malignant neoplasm of inguinal and lower limb lymph nodes|腹股沟和下肢淋巴结继发性和未特指的恶性肿瘤
C77.5|Secondary and unspecified malignant neoplasm of intrapelvic lymph nodes|盆腔内淋巴结继发性和未特指的恶性肿瘤
C77.8|Secondary and unspecified malignant neoplasm of lymph nodes of multiple regions|多个部位淋巴结继发性和未特指的恶性肿瘤
C77.9|Secondary and unspecified malignant neoplasm of lymph node, unspecified|淋巴结继发性和未特指的恶性肿瘤，部位未特指
C78.0|Secondary malignant neoplasm of lung|肺部继发性恶性肿瘤
C78.1|Secondary malignant neoplasm of mediastinum|纵隔继发性恶性肿瘤
C78.2|Secondary malignant neoplasm of pleura|胸膜继发性恶性肿瘤
C78.3|Secondary malignant neoplasm of other and unspecified respiratory organs|其他和未特指的呼吸器官继发性恶性肿瘤
C78.4|Secondary malignant neoplasm of small intestine|小肠继发性恶性肿瘤
C78.5|Secondary malignant neoplasm of large intestine and rectum|大肠和直肠继发性恶性肿瘤
C78.6|Secondary malignant neoplasm of retroperitoneum and peritoneum|腹膜后腔和腹膜继发性恶性肿瘤
C78.7|Secondary malignant neoplasm of liver and intrahepatic bile duct|肝和肝内胆管继发性恶性肿瘤
C78.8|Secondary malignant neoplasm of other and unspecified digestive organs|其他和未特指的消化器官继发性恶性肿瘤
C79.0|Secondary malignant neoplasm of kidney and renal pelvis|肾和肾盂继发性恶性肿瘤
C79.1|Secondary malignant neoplasm of bladder and other and unspecified urinary organs|膀胱及其他和未特指的泌尿器官继发性恶性肿瘤
C79.2|Secondary malignant neoplasm of skin|皮肤继发性恶性肿瘤
C79.3|Secondary malignant neoplasm of brain and cerebral meninges|脑和脑膜继发性恶性肿瘤
C79.4|Secondary malignant neoplasm of other and unspecified parts of nervous system|神经系统其他和未特指部位的继发性恶性肿瘤
C79.5|Secondary malignant neoplasm of bone and bone marrow|骨和骨髓继发性恶性肿瘤
C79.6|Secondary malignant neoplasm of ovary|卵巢继发性恶性肿瘤
C79.7|Secondary malignant neoplasm of adrenal gland|肾上腺继发性恶性肿瘤
C79.8|Secondary malignant neoplasm of other specified sites|其他特指部位的继发性恶性肿瘤
C79.9|Secondary malignant neoplasm, unspecified site|部位未特指的继发性恶性肿瘤
C80.0|Malignant neoplasm, primary site unknown, so stated|恶性肿瘤，说明为原发部位不明
C80.9|Malignant neoplasm, primary site unspecified|恶性肿瘤，原发部位未特指
`;
