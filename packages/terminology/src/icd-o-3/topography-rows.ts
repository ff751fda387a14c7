/**
 * ICD-O-3 topography: `code|English|Chinese`, sites and subsites; a subsite without a Chinese term reads
 * as its site. Terms: ICD-O-3 (WHO, 2000), topography numerical list; Chinese after the Chinese edition of
 * ICD-O-3 and of ICD-10, chapter II. Misprints of the source list are corrected. C14.1 (old code) is left out.
 */
export const TOPOGRAPHY_ROWS = `
C00|Lip|唇
C00.0|External upper lip|外上唇
C00.1|External lower lip|外下唇
C00.2|External lip, NOS|外唇，未特指
C00.3|Mucosa of upper lip|上唇黏膜
C00.4|Mucosa of lower lip|下唇黏膜
C00.5|Mucosa of lip, NOS|唇黏膜，未特指
C00.6|Commissure of lip|唇连合
C00.8|Overlapping lesion of lip|唇交搭跨越的损害
C00.9|Lip, NOS|唇，未特指
C01|Base of tongue|舌根
C01.9|Base of tongue, NOS|舌根
C02|Other and unspecified parts of tongue|舌其他和未特指部位
C02.0|Dorsal surface of tongue, NOS|舌背面
C02.1|Border of tongue|舌缘
C02.2|Ventral surface of tongue, NOS|舌腹面
C02.3|Anterior 2/3 of tongue, NOS|舌前三分之二
C02.4|Lingual tonsil|舌扁桃体
C02.8|Overlapping lesion of tongue|舌交搭跨越的损害
C02.9|Tongue, NOS|舌，未特指
C03|Gum|牙龈
C03.0|Upper gum|上牙龈
C03.1|Lower gum|下牙龈
C03.9|Gum, NOS|牙龈，未特指
C04|Floor of mouth|口底
C04.0|Anterior floor of mouth|口底前部
C04.1|Lateral floor of mouth|口底侧部
C04.8|Overlapping lesion of floor of mouth|口底交搭跨越的损害
C04.9|Floor of mouth, NOS|口底，未特指
C05|Palate|腭
C05.0|Hard palate|硬腭
C05.1|Soft palate, NOS|软腭
C05.2|Uvula|腭垂
C05.8|Overlapping lesion of palate|腭交搭跨越的损害
C05.9|Palate, NOS|腭，未特指
C06|Other and unspecified parts of mouth|口腔其他和未特指部位
C06.0|Cheek mucosa|颊黏膜
C06.1|Vestibule of mouth|口腔前庭
C06.2|Retromolar area|磨牙后区
C06.8|Overlapping lesion of other and unspecified parts of mouth|口腔交搭跨越的损害
C06.9|Mouth, NOS|口腔，未特指
C07|Parotid gland|腮腺
C07.9|Parotid gland|腮腺
C08|Other and unspecified major salivary glands|其他和未特指的大涎腺
C08.0|Submandibular gland|颌下腺
C08.1|Sublingual gland|舌下腺
C08.8|Overlapping lesion of major salivary glands|大涎腺交搭跨越的损害
C08.9|Major salivary gland, NOS|大涎腺，未特指
C09|Tonsil|扁桃体
C09.0|Tonsillar fossa|扁桃体窝
C09.1|Tonsillar pillar|扁桃体柱
C09.8|Overlapping lesion of tonsil|扁桃体交搭跨越的损害
C09.9|Tonsil, NOS|扁桃体，未特指
C10|Oropharynx|口咽
C10.0|Vallecula|会厌谷
C10.1|Anterior surface of epiglottis|会厌前面
C10.2|Lateral wall of oropharynx|口咽侧壁
C10.3|Posterior wall of oropharynx|口咽后壁
C10.4|Branchial cleft|鳃裂
C10.8|Overlapping lesion of oropharynx|口咽交搭跨越的损害
C10.9|Oropharynx, NOS|口咽，未特指
C11|Nasopharynx|鼻咽
C11.0|Superior wall of nasopharynx|鼻咽上壁
C11.1|Posterior wall of nasopharynx|鼻咽后壁
C11.2|Lateral wall of nasopharynx|鼻咽侧壁
C11.3|Anterior wall of nasopharynx|鼻咽前壁
C11.8|Overlapping lesion of nasopharynx|鼻咽交搭跨越的损害
C11.9|Nasopharynx, NOS|鼻咽，未特指
C12|Pyriform sinus|梨状窦
C12.9|Pyriform sinus|梨状窦
C13|Hypopharynx|下咽
C13.0|Postcricoid region|环状软骨后区
C13.1|Hypopharyngeal aspect of aryepiglottic fold|杓状会厌襞咽下面
C13.2|Posterior wall of hypopharynx|下咽后壁
C13.8|Overlapping lesion of hypopharynx|下咽交搭跨越的损害
C13.9|Hypopharynx, NOS|下咽，未特指
C14|Other and ill-defined sites in lip, oral cavity and pharynx|唇、口腔和咽其他及不明确部位
C14.0|Pharynx, NOS|咽，未特指
C14.2|Waldeyer ring|瓦尔代尔扁桃体环
C14.8|Overlapping lesion of lip, oral cavity and pharynx|唇、口腔和咽交搭跨越的损害
C15|Esophagus|食管
C15.0|Cervical esophagus|颈段食管
C15.1|Thoracic esophagus|胸段食管
C15.2|Abdominal esophagus|腹段食管
C15.3|Upper third of esophagus|食管上三分之一
C15.4|Middle third of esophagus|食管中三分之一
C15.5|Lower third of esophagus|食管下三分之一
C15.8|Overlapping lesion of esophagus|食管交搭跨越的损害
C15.9|Esophagus, NOS|食管，未特指
C16|Stomach|胃
C16.0|Cardia, NOS|贲门
C16.1|Fundus of stomach|胃底
C16.2|Body of stomach|胃体
C16.3|Gastric antrum|胃窦
C16.4|Pylorus|幽门
C16.5|Lesser curvature of stomach, NOS|胃小弯
C16.6|Greater curvature of stomach, NOS|胃大弯
C16.8|Overlapping lesion of stomach|胃交搭跨越的损害
C16.9|Stomach, NOS|胃，未特指
C17|Small intestine|小肠
C17.0|Duodenum|十二指肠
C17.1|Jejunum|空肠
C17.2|Ileum|回肠
C17.3|Meckel diverticulum|麦克尔憩室
C17.8|Overlapping lesion of small intestine|小肠交搭跨越的损害
C17.9|Small intestine, NOS|小肠，未特指
C18|Colon|结肠
C18.0|Cecum|盲肠
C18.1|Appendix|阑尾
C18.2|Ascending colon|升结肠
C18.3|Hepatic flexure of colon|结肠肝曲
C18.4|Transverse colon|横结肠
C18.5|Splenic flexure of colon|结肠脾曲
C18.6|Descending colon|降结肠
C18.7|Sigmoid colon|乙状结肠
C18.8|Overlapping lesion of colon|结肠交搭跨越的损害
C18.9|Colon, NOS|结肠，未特指
C19|Rectosigmoid junction|直肠乙状结肠连接部
C19.9|Rectosigmoid junction|直肠乙状结肠连接部
C20|Rectum|直肠
C20.9|Rectum, NOS|直肠
C21|Anus and anal canal|肛门和肛管
C21.0|Anus, NOS|肛门，未特指
C21.1|Anal canal|肛管
C21.2|Cloacogenic zone|泄殖腔源区
C21.8|Overlapping lesion of rectum, anus and anal canal|直肠、肛门和肛管交搭跨越的损害
C22|Liver and intrahepatic bile ducts|肝和肝内胆管
C22.0|Liver|肝
C22.1|Intrahepatic bile duct|肝内胆管
C23|Gallbladder|胆囊
C23.9|Gallbladder|胆囊
C24|Other and unspecified parts of biliary tract|胆道其他和未特指部位
C24.0|Extrahepatic bile duct|肝外胆管
C24.1|Ampulla of Vater|法特壶腹
C24.8|Overlapping lesion of biliary tract|胆道交搭跨越的损害
C24.9|Biliary tract, NOS|胆道，未特指
C25|Pancreas|胰腺
C25.0|Head of pancreas|胰头
C25.1|Body of pancreas|胰体
C25.2|Tail of pancreas|胰尾
C25.3|Pancreatic duct|胰管
C25.4|Islets of Langerhans|胰岛
C25.7|Other specified parts of pancreas|胰腺其他特指部位
C25.8|Overlapping lesion of pancreas|胰腺交搭跨越的损害
C25.9|Pancreas, NOS|胰腺，未特指
C26|Other and ill-defined digestive organs|其他和不明确的消化器官
C26.0|Intestinal tract, NOS|肠道，未特指
C26.8|Overlapping lesion of digestive system|消化系统交搭跨越的损害
C26.9|Gastrointestinal tract, NOS|胃肠道，未特指
C30|Nasal cavity and middle ear|鼻腔和中耳
C30.0|Nasal cavity|鼻腔
C30.1|Middle ear|中耳
C31|Accessory sinuses|鼻旁窦
C31.0|Maxillary sinus|上颌窦
C31.1|Ethmoid sinus|筛窦
C31.2|Frontal sinus|额窦
C31.3|Sphenoid sinus|蝶窦
C31.8|Overlapping lesion of accessory sinuses|鼻旁窦交搭跨越的损害
C31.9|Accessory sinus, NOS|鼻旁窦，未特指
C32|Larynx|喉
C32.0|Glottis|声门
C32.1|Supraglottis|声门上
C32.2|Subglottis|声门下
C32.3|Laryngeal cartilage|喉软骨
C32.8|Overlapping lesion of larynx|喉交搭跨越的损害
C32.9|Larynx, NOS|喉，未特指
C33|Trachea|气管
C33.9|Trachea|气管
C34|Bronchus and lung|支气管和肺
C34.0|Main bronchus|主支气管
C34.1|Upper lobe, lung|肺上叶
C34.2|Middle lobe, lung|肺中叶
C34.3|Lower lobe, lung|肺下叶
C34.8|Overlapping lesion of lung|肺交搭跨越的损害
C34.9|Lung, NOS|肺，未特指
C37|Thymus|胸腺
C37.9|Thymus|胸腺
C38|Heart, mediastinum, and pleura|心脏、纵隔和胸膜
C38.0|Heart|心脏
C38.1|Anterior mediastinum|前纵隔
C38.2|Posterior mediastinum|后纵隔
C38.3|Mediastinum, NOS|纵隔，未特指
C38.4|Pleura, NOS|胸膜
C38.8|Overlapping lesion of heart, mediastinum and pleura|心脏、纵隔和胸膜交搭跨越的损害
C39|Other and ill-defined sites within respiratory system and intrathoracic organs|呼吸系统和胸内器官其他及不明确部位
C39.0|Upper respiratory tract, NOS|上呼吸道，未特指
C39.8|Overlapping lesion of respiratory system and intrathoracic organs|呼吸系统和胸内器官交搭跨越的损害
C39.9|Ill-defined sites within respiratory system|呼吸系统不明确部位
C40|Bones, joints and articular cartilage of limbs|四肢骨、关节和关节软骨
C40.0|Long bones of upper limb, scapula and associated joints|上肢长骨、肩胛骨和关节
C40.1|Short bones of upper limb and associated joints|上肢短骨和关节
C40.2|Long bones of lower limb and associated joints|下肢长骨和关节
C40.3|Short bones of lower limb and associated joints|下肢短骨和关节
C40.8|Overlapping lesion of bones, joints and articular cartilage of limbs|四肢骨、关节和关节软骨交搭跨越的损害
C40.9|Bone of limb, NOS|四肢骨，未特指
C41|Bones, joints and articular cartilage of other and unspecified sites|其他和未特指部位的骨、关节和关节软骨
C41.0|Bones of skull and face and associated joints|颅骨和面骨
C41.1|Mandible|下颌骨
C41.2|Vertebral column|脊柱
C41.3|Rib, sternum, clavicle and associated joints|肋骨、胸骨和锁骨
C41.4|Pelvic bones, sacrum, coccyx and associated joints|骨盆骨、骶骨和尾骨
C41.8|Overlapping lesion of bones, joints and articular cartilage|骨、关节和关节软骨交搭跨越的损害
C41.9|Bone, NOS|骨，未特指
C42|Hematopoietic and reticuloendothelial systems|造血和网状内皮系统
C42.0|Blood|血液
C42.1|Bone marrow|骨髓
C42.2|Spleen|脾
C42.3|Reticuloendothelial system, NOS|网状内皮系统，未特指
C42.4|Hematopoietic system, NOS|造血系统，未特指
C44|Skin|皮肤
C44.0|Skin of lip, NOS|唇皮肤
C44.1|Eyelid|眼睑
C44.2|External ear|外耳
C44.3|Skin of other and unspecified parts of face|面部其他和未特指部位皮肤
C44.4|Skin of scalp and neck|头皮和颈部皮肤
C44.5|Skin of trunk|躯干皮肤
C44.6|Skin of upper limb and shoulder|上肢和肩部皮肤
C44.7|Skin of lower limb and hip|下肢和髋部皮肤
C44.8|Overlapping lesion of skin|皮肤交搭跨越的损害
C44.9|Skin, NOS|皮肤，未特指
C47|Peripheral nerves and autonomic nervous system|周围神经和自主神经系统
C47.0|Peripheral nerves and autonomic nervous system of head, face, and neck
C47.1|Peripheral nerves and autonomic nervous system of upper limb and shoulder
C47.2|Peripheral nerves and autonomic nervous system of lower limb and hip
C47.3|Peripheral nerves and autonomic nervous system of thorax
C47.4|Peripheral nerves and autonomic nervous system of abdomen
C47.5|Peripheral nerves and autonomic nervous system of pelvis
C47.6|Peripheral nerves and autonomic nervous system of trunk, NOS
C47.8|Overlapping lesion of peripheral nerves and autonomic nervous system
C47.9|Autonomic nervous system, NOS|自主神经系统，未特指
C48|Retroperitoneum and peritoneum|腹膜后和腹膜
C48.0|Retroperitoneum|腹膜后
C48.1|Specified parts of peritoneum|腹膜特指部位
C48.2|Peritoneum, NOS|腹膜，未特指
C48.8|Overlapping lesion of retroperitoneum and peritoneum|腹膜后和腹膜交搭跨越的损害
C49|Connective, subcutaneous and other soft tissues|结缔组织、皮下和其他软组织
C49.0|Connective, subcutaneous and other soft tissues of head, face, and neck|头、面和颈部结缔组织和软组织
C49.1|Connective, subcutaneous and other soft tissues of upper limb and shoulder|上肢和肩部结缔组织和软组织
C49.2|Connective, subcutaneous and other soft tissues of lower limb and hip|下肢和髋部结缔组织和软组织
C49.3|Connective, subcutaneous and other soft tissues of thorax|胸部结缔组织和软组织
C49.4|Connective, subcutaneous and other soft tissues of abdomen|腹部结缔组织和软组织
C49.5|Connective, subcutaneous and other soft tissues of pelvis|盆腔结缔组织和软组织
C49.6|Connective, subcutaneous and other soft tissues of trunk, NOS|躯干结缔组织和软组织，未特指
C49.8|Overlapping lesion of connective, subcutaneous and other soft tissues|结缔组织和软组织交搭跨越的损害
C49.9|Connective, subcutaneous and other soft tissues, NOS|结缔组织和软组织，未特指
C50|Breast|乳腺
C50.0|Nipple|乳头
C50.1|Central portion of breast|乳腺中央部
C50.2|Upper-inner quadrant of breast|乳腺上内象限
C50.3|Lower-inner quadrant of breast|乳腺下内象限
C50.4|Upper-outer quadrant of breast|乳腺上外象限
C50.5|Lower-outer quadrant of breast|乳腺下外象限
C50.6|Axillary tail of breast|乳腺腋尾部
C50.8|Overlapping lesion of breast|乳腺交搭跨越的损害
C50.9|Breast, NOS|乳腺，未特指
C51|Vulva|外阴
C51.0|Labium majus|大阴唇
C51.1|Labium minus|小阴唇
C51.2|Clitorus|阴蒂
C51.8|Overlapping lesion of vulva|外阴交搭跨越的损害
C51.9|Vulva, NOS|外阴，未特指
C52|Vagina|阴道
C52.9|Vagina, NOS|阴道
C53|Cervix uteri|子宫颈
C53.0|Endocervix|宫颈内膜
C53.1|Exocervix|外宫颈
C53.8|Overlapping lesion of cervix uteri|子宫颈交搭跨越的损害
C53.9|Cervix uteri|子宫颈
C54|Corpus uteri|子宫体
C54.0|Isthmus uteri|子宫峡部
C54.1|Endometrium|子宫内膜
C54.2|Myometrium|子宫肌层
C54.3|Fundus uteri|子宫底
C54.8|Overlapping lesion of corpus uteri|子宫体交搭跨越的损害
C54.9|Corpus uteri|子宫体
C55|Uterus, NOS|子宫，未特指
C55.9|Uterus, NOS|子宫，未特指
C56|Ovary|卵巢
C56.9|Ovary|卵巢
C57|Other and unspecified female genital organs|其他和未特指的女性生殖器官
C57.0|Fallopian tube|输卵管
C57.1|Broad ligament|阔韧带
C57.2|Round ligament|圆韧带
C57.3|Parametrium|子宫旁组织
C57.4|Uterine adnexa|子宫附件
C57.7|Other specified parts of female genital organs|女性生殖器官其他特指部位
C57.8|Overlapping lesion of female genital organs|女性生殖器官交搭跨越的损害
C57.9|Female genital tract, NOS|女性生殖道，未特指
C58|Placenta|胎盘
C58.9|Placenta|胎盘
C60|Penis|阴茎
C60.0|Prepuce|包皮
C60.1|Glans penis|阴茎头
C60.2|Body of penis|阴茎体
C60.8|Overlapping lesion of penis|阴茎交搭跨越的损害
C60.9|Penis, NOS|阴茎，未特指
C61|Prostate gland|前列腺
C61.9|Prostate gland|前列腺
C62|Testis|睾丸
C62.0|Undescended testis|隐睾
C62.1|Descended testis|下降的睾丸
C62.9|Testis, NOS|睾丸，未特指
C63|Other and unspecified male genital organs|其他和未特指的男性生殖器官
C63.0|Epididymis|附睾
C63.1|Spermatic cord|精索
C63.2|Scrotum, NOS|阴囊
C63.7|Other specified parts of male genital organs|男性生殖器官其他特指部位
C63.8|Overlapping lesion of male genital organs|男性生殖器官交搭跨越的损害
C63.9|Male genital organs, NOS|男性生殖器官，未特指
C64|Kidney|肾
C64.9|Kidney, NOS|肾
C65|Renal pelvis|肾盂
C65.9|Renal pelvis|肾盂
C66|Ureter|输尿管
C66.9|Ureter|输尿管
C67|Bladder|膀胱
C67.0|Trigone of bladder|膀胱三角区
C67.1|Dome of bladder|膀胱顶
C67.2|Lateral wall of bladder|膀胱侧壁
C67.3|Anterior wall of bladder|膀胱前壁
C67.4|Posterior wall of bladder|膀胱后壁
C67.5|Bladder neck|膀胱颈
C67.6|Ureteric orifice|输尿管口
C67.7|Urachus|脐尿管
C67.8|Overlapping lesion of bladder|膀胱交搭跨越的损害
C67.9|Bladder, NOS|膀胱，未特指
C68|Other and unspecified urinary organs|其他和未特指的泌尿器官
C68.0|Urethra|尿道
C68.1|Paraurethral gland|尿道旁腺
C68.8|Overlapping lesion of urinary organs|泌尿器官交搭跨越的损害
C68.9|Urinary system, NOS|泌尿系统，未特指
C69|Eye and adnexa|眼和附器
C69.0|Conjunctiva|结膜
C69.1|Cornea, NOS|角膜
C69.2|Retina|视网膜
C69.3|Choroid|脉络膜
C69.4|Ciliary body|睫状体
C69.5|Lacrimal gland|泪腺
C69.6|Orbit, NOS|眼眶
C69.8|Overlapping lesion of eye and adnexa|眼和附器交搭跨越的损害
C69.9|Eye, NOS|眼，未特指
C70|Meninges|脑脊膜
C70.0|Cerebral meninges|脑膜
C70.1|Spinal meninges|脊膜
C70.9|Meninges, NOS|脑脊膜，未特指
C71|Brain|脑
C71.0|Cerebrum|大脑
C71.1|Frontal lobe|额叶
C71.2|Temporal lobe|颞叶
C71.3|Parietal lobe|顶叶
C71.4|Occipital lobe|枕叶
C71.5|Ventricle, NOS|脑室
C71.6|Cerebellum, NOS|小脑
C71.7|Brain stem|脑干
C71.8|Overlapping lesion of brain|脑交搭跨越的损害
C71.9|Brain, NOS|脑，未特指
C72|Spinal cord, cranial nerves, and other parts of central nervous system|脊髓、脑神经和中枢神经系统其他部位
C72.0|Spinal cord|脊髓
C72.1|Cauda equina|马尾
C72.2|Olfactory nerve|嗅神经
C72.3|Optic nerve|视神经
C72.4|Acoustic nerve|听神经
C72.5|Cranial nerve, NOS|脑神经，未特指
C72.8|Overlapping lesion of brain and central nervous system|脑和中枢神经系统交搭跨越的损害
C72.9|Nervous system, NOS|神经系统，未特指
C73|Thyroid gland|甲状腺
C73.9|Thyroid gland|甲状腺
C74|Adrenal gland|肾上腺
C74.0|Cortex of adrenal gland|肾上腺皮质
C74.1|Medulla of adrenal gland|肾上腺髓质
C74.9|Adrenal gland, NOS|肾上腺，未特指
C75|Other endocrine glands and related structures|其他内分泌腺和有关结构
C75.0|Parathyroid gland|甲状旁腺
C75.1|Pituitary gland|垂体
C75.2|Craniopharyngeal duct|颅咽管
C75.3|Pineal gland|松果体
C75.4|Carotid body|颈动脉体
C75.5|Aortic body and other paraganglia|主动脉体和其他副神经节
C75.8|Overlapping lesion of endocrine glands and related structures|内分泌腺和有关结构交搭跨越的损害
C75.9|Endocrine gland, NOS|内分泌腺，未特指
C76|Other and ill-defined sites|其他和不明确部位
C76.0|Head, face or neck, NOS|头、面或颈，未特指
C76.1|Thorax, NOS|胸部，未特指
C76.2|Abdomen, NOS|腹部，未特指
C76.3|Pelvis, NOS|盆腔，未特指
C76.4|Upper limb, NOS|上肢，未特指
C76.5|Lower limb, NOS|下肢，未特指
C76.7|Other ill-defined sites|其他不明确部位
C76.8|Overlapping lesion of ill-defined sites|不明确部位交搭跨越的损害
C77|Lymph nodes|淋巴结
C77.0|Lymph nodes of head, face and neck|头、面和颈部淋巴结
C77.1|Intrathoracic lymph nodes|胸内淋巴结
C77.2|Intra-abdominal lymph nodes|腹内淋巴结
C77.3|Lymph nodes of axilla or arm|腋窝或上肢淋巴结
C77.4|Lymph nodes of inguinal region or leg|腹股沟区或下肢淋巴结
C77.5|Pelvic lymph nodes|盆腔淋巴结
C77.8|Lymph nodes of multiple regions|多个部位淋巴结
C77.9|Lymph node, NOS|淋巴结，未特指
C80|Unknown primary site|原发部位不明
C80.9|Unknown primary site|原发部位不明
`;
