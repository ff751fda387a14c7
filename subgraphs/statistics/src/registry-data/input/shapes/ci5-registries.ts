/**
 * Registries of China in Cancer Incidence in Five Continents vol. XII: the number in their code (002 of 415600299),
 * GB/T 2260 digits of the province, and the Chinese name of the area.
 *
 * The volume's files name areas in English and say nothing of provinces. Each area was set to its province by its name; where
 * a name is of several places, the one was taken that the China Cancer Registry Annual Reports list as a registry
 * (Suzhou: Jiangsu; Jingxian: Anhui; Qianxi: Hebei; Shan County: Shandong; Yucheng County: Henan).
 */
const ROWS = `
001 11 北京市|002 32 启东市|003 31 上海市|005 37 肥城市|006 13 磁县|007 33 嘉善县|008 41 林州市|009 42 武汉市
010 13 保定市|012 21 鞍山市|014 44 中山市|015 23 哈尔滨市南岗区|016 13 涉县|018 51 盐亭县|019 32 扬中市|020 33 海宁市
021 33 杭州市|022 21 大连市|023 33 嘉兴市|024 44 广州市|025 32 海门市|035 37 临朐县|037 33 慈溪市|038 32 盐城市大丰区
041 41 郸城县|044 22 德惠市|045 32 东海县|047 32 连云港市赣榆区|048 62 张掖市甘州区|050 42 公安县|051 32 灌云县|052 45 桂林市
053 34 合肥市|054 43 衡东县|055 45 合浦县|057 32 淮安市淮阴区|060 44 江门市|062 62 景泰县|063 34 泾县|065 41 济源市
067 32 涟水县|068 32 连云港市|071 45 柳州市|073 41 洛阳市|075 34 马鞍山市|076 42 麻城市|078 41 内乡县|080 51 成都市青羊区
081 33 绍兴市上虞区|084 32 射阳县|086 37 滕州市|090 13 武安市|092 32 无锡市|093 33 仙居县|094 63 西宁市|096 41 西平县
097 14 阳泉市|098 22 延吉市|099 41 偃师市|101 34 阜阳市颍东区|102 43 岳阳市岳阳楼区|103 37 招远市|104 21 庄河市|105 44 珠海市
110 36 安福县|111 13 安国市|112 15 赤峰市敖汉旗|113 15 阿荣旗|116 32 滨海县|117 13 沧州市|118 34 长丰县|123 32 常州市
126 34 当涂县|127 32 丹阳市|130 64 石嘴山市大武口区|131 21 东港市|132 44 东莞市|133 32 东台市|134 44 肇庆市端州区|135 15 鄂温克族自治旗
136 21 法库县|137 41 方城县|139 34 肥西县|142 35 福清市|144 13 藁城市|145 37 高密市|147 51 广安市广安区|148 51 广汉市
150 32 海安市|151 15 呼伦贝尔市海拉尔区|155 41 鹤壁市|156 36 横峰县|157 42 洪湖市|159 15 赤峰市红山区|160 53 玉溪市红塔区|164 33 宁波市鄞州区
165 51 剑阁县|166 32 江阴市|167 42 嘉鱼县|168 37 济南市|171 32 常州市金坛区|172 50 重庆市九龙坡区|174 33 开化县|177 32 昆山市
178 51 阆中市|180 37 梁山县|184 15 巴彦淖尔市临河区|187 32 溧阳市|188 33 龙泉市|191 33 温州市鹿城区|193 44 罗定市|194 41 漯河市
195 13 鹿泉市|196 22 梅河口市|198 41 孟津县|200 44 佛山市南海区|201 32 南通市|202 44 南雄市|205 13 迁西县|207 37 青州市
211 32 如东县|212 32 如皋市|213 31 上海市郊区|216 41 汝阳县|217 37 单县|221 50 重庆市沙坪坝区|222 13 石家庄市|226 44 佛山市顺德区
227 41 嵩县|229 32 苏州市|235 13 望都县|236 36 万载县|237 34 芜湖市|239 45 梧州市|242 41 开封市祥符区|243 41 新安县
245 13 辛集市|246 35 龙岩市新罗区|247 36 上饶市信州区|248 53 昆明市西山区|251 32 盱眙县|252 51 雅安市|253 15 牙克石市|254 32 盐城市
256 34 铜陵市义安区|258 37 沂源县|259 35 永安市|260 35 龙岩市永定区|261 33 永康市|264 41 虞城县|266 42 云梦县|267 42 十堰市郧阳区
268 50 重庆市渝中区|270 13 赞皇县|273 32 张家港市|275 13 正定县|276 42 钟祥市`;

export interface NamedRegistry {
  readonly zh: string;
  /** GB/T 2260, six digits. */
  readonly province: string;
}

const named: ReadonlyMap<string, NamedRegistry> = new Map(
  ROWS.trim()
    .split(/[|\n]/)
    .map((row) => {
      const [number = '', province = '', zh = ''] = row.split(' ');
      return [`4156${number}99`, { zh, province: `${province}0000` }];
    }),
);

/** The Chinese name and the province of a registry of the volume; null where the table has none. */
export const registryOfCi5 = (code: string): NamedRegistry | null => named.get(code) ?? null;
