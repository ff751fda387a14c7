import type { Random } from '../random/random.ts';
import { shares } from '../random/weighted.ts';
import type { Sex } from '../sources/incidence.ts';

/** Family names with how common each is, roughly (per cent). */
const surnames = shares(
  '王 7.1, 李 7, 张 6.8, 刘 5.2, 陈 4.6, 杨 3.1, 黄 2.2, 赵 2.1, 吴 2, 周 1.9, 徐 1.5, 孙 1.4, 马 1.3, 朱 1.2, 胡 1.2, 郭 1.1, 何 1.1, 高 1, 林 1, 罗 0.9, 郑 0.9, 梁 0.9, 谢 0.7, 宋 0.7, 唐 0.7, 许 0.6, 韩 0.6, 邓 0.6, 冯 0.6, 曹 0.5, 彭 0.5, 曾 0.5, 肖 0.5, 田 0.4, 董 0.4, 潘 0.4, 袁 0.4, 蔡 0.4, 蒋 0.4, 余 0.4, 于 0.4, 杜 0.4, 叶 0.4, 程 0.4, 苏 0.4, 魏 0.4, 吕 0.4, 丁 0.4, 任 0.4, 沈 0.4, 欧阳 0.1, 司马 0.02',
);

const given: Readonly<Record<Sex, readonly string[]>> = {
  male: [...'伟强军勇杰涛明超刚平辉国华建文斌波志鹏飞林峰海龙东宏亮宇浩德福生祥永庆金玉树成'],
  female: [...'芳娜敏静丽艳娟霞秀英玉兰凤红梅桂琴珍云莲燕萍雪琳慧洁淑华文君春晓婷颖佳月美'],
};

export const drawName = (random: Random, sex: Sex): string => {
  const characters = given[sex];
  const first = random.pick(characters);
  return surnames.draw(random) + (random.chance(0.78) ? first + random.pick(characters) : first);
};
