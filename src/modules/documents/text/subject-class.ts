/**
 * Subject classes of 《政府信息公开目录系统实施指引》 as the State Council's own index uses them
 * (主题分类), with the fields of the catalogue and the words of a title by which a text falls under one.
 */
export const subjectClasses: readonly {
  readonly name: string
  readonly fields: readonly string[]
  readonly words: readonly string[]
}[] = [
  row('综合政务', ['F02', 'F22'], ['政务公开', '信息公开', '年度报告', '工作报告', '机构职能']),
  row('国民经济管理、国有资产监管', ['F01'], ['国民经济', '重大项目', '国有资产', '五年规划']),
  row(
    '财政、金融、审计',
    ['F03', 'F05'],
    ['预算', '决算', '财政', '审计', '税', '债务', '补贴资金'],
  ),
  row('国土资源、能源', ['F06', 'F27'], ['征地', '土地', '矿产', '能源', '供电']),
  row('农业、林业、水利', ['F32'], ['农业', '春耕', '林业', '水利', '防汛', '乡村振兴', '养殖']),
  row('工业、交通', ['F28'], ['工业', '交通', '公路', '公交', '桥梁']),
  row('商贸、海关、旅游', ['F29'], ['商贸', '旅游', '景区', '海关']),
  row(
    '市场监管、安全生产监管',
    ['F04', 'F15', 'F16'],
    ['食品', '药品', '安全生产', '市场监管', '执法'],
  ),
  row(
    '城乡建设、环境保护',
    ['F07', 'F08', 'F09', 'F10', 'F25', 'F26'],
    ['规划', '环境', '住房', '危房', '供水'],
  ),
  row('科技、教育', ['F23'], ['教育', '招生', '学校', '入学', '科技']),
  row('文化、广电、新闻出版', ['F11', 'F30', 'F31'], ['文化', '广播', '电视', '图书馆']),
  row('卫生、体育', ['F24'], ['卫生', '医疗', '疫情', '疫苗', '体育']),
  row('人口与计划生育、妇女儿童工作', [], ['生育', '妇女', '儿童']),
  row('劳动、人事、监察', ['F17', 'F18'], ['招聘', '就业', '社会保险', '公务员', '工资']),
  row('公安、安全、司法', ['F12', 'F21'], ['公安', '户籍', '法律服务', '司法', '交通管制']),
  row('民政、扶贫、救灾', ['F13', 'F14', 'F19', 'F20'], ['低保', '救助', '救灾', '养老', '扶贫']),
  row('民族、宗教', [], ['民族', '宗教']),
  row('对外事务', [], ['外事']),
  row('港澳台侨工作', [], ['港澳', '台湾', '华侨']),
  row('国防', [], ['征兵', '国防', '人防']),
]

const otherwise = '其他'

function row(name: string, fields: readonly string[], words: readonly string[]) {
  return { name, fields, words }
}

/**
 * The subject class of a text (M33): that of the field of its main matter, else the class for whose
 * longest word its title speaks, else 其他. Never empty, so that every record has one.
 */
export function subjectClassOf(text: {
  readonly title: string
  readonly matterCodes: readonly string[]
}): string {
  const field = text.matterCodes[0]?.split('-')[0]
  const byField = field && subjectClasses.find((one) => one.fields.includes(field))
  if (byField) return byField.name
  const spoken = subjectClasses
    .flatMap(({ name, words }) => words.map((word) => ({ name, word })))
    .filter(({ word }) => text.title.includes(word))
    .sort((a, b) => b.word.length - a.word.length)
  return spoken[0]?.name ?? otherwise
}
