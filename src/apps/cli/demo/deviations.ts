import type { Deviation, NotApplicable } from './types.ts'

/**
 * Where 青穗县's catalogue departs from the ministries' guidelines, each time with the reason that
 * 国办发〔2019〕54号 asks for when it forbids 一刀切.
 */
export const deviations: readonly Deviation[] = [
  {
    matter: { field: '生态环境', level1: '行政管理', level2: '行政裁决和行政调解' },
    change: { kind: 'dropped' },
    reason:
      '2021年机构改革后，环境污染损害赔偿纠纷的行政调解由云岚市生态环境局统一受理，青穗分局不再行使该职权，由市局网站公开。',
  },
  {
    matter: { field: '广播电视', level1: '行政处罚' },
    change: { kind: 'subject', subject: '文化和旅游行政部门' },
    reason: '文化市场综合行政执法改革后，广播电视领域行政处罚由县文旅局所属文化市场执法队实施。',
  },
  {
    matter: {
      field: '农村集体土地征收',
      level1: '征地组织实施',
      level2: '征收土地公告',
    },
    change: {
      kind: 'timeLimit',
      timeLimit: '收到征地批准文件之日起15个工作日内，公告时间不少于十个工作日',
    },
    reason:
      '标准指引的10个工作日依据修订前的规定。按《中华人民共和国土地管理法实施条例》第三十一条，改为自收到批准文件之日起15个工作日内发布征收土地公告。',
  },
  {
    matter: { field: '市政服务', level1: '城市供水、城镇排水与污水处理' },
    change: { kind: 'channels', channels: ['政府网站', '两微一端', '政务服务中心', '精准推送'] },
    reason:
      '县级无政府公报、广播电视审批公告栏目；停水等事项群众需要第一时间知晓，增加短信精准推送，取消发布会和纸质媒体。',
  },
  {
    matter: { field: '乡村振兴', level1: '乡村振兴资金', level2: '财政衔接资金分配结果' },
    change: { kind: 'levels', levels: ['county', 'township', 'village'] },
    reason:
      '衔接资金项目最终落到村，群众最关心本村项目。增加村级公开，由村务公开栏同步张贴，数据引用县级公开内容，做到同一事项县乡村一致。',
  },
  {
    matter: { field: '扶贫', level1: '扶贫对象', level2: '贫困人口退出' },
    change: { kind: 'dropped' },
    reason:
      '全县已于2020年完成脱贫退出，过渡期内不再开展贫困人口退出工作，历史信息转入“已归档”栏目，现行内容在乡村振兴领域“监测对象识别”中公开。',
  },
  {
    matter: { field: '义务教育', level1: '招生管理', level2: '招生计划' },
    change: { kind: 'timeLimit', timeLimit: '信息形成之日起5个工作日内，且不晚于每年6月15日' },
    reason: '家长需要在6月下旬报名前知晓各校计划，县政府第38次常务会议决定提前公开。',
  },
  {
    matter: { field: '户籍管理', level1: '居住证管理' },
    change: { kind: 'channels', channels: ['政府网站', '两微一端', '政务服务中心', '便民服务站'] },
    reason: '居住证业务已下放到4个派出所和便民服务中心受理，“入户/现场”改为窗口公开。',
  },
  {
    matter: { field: '保障性住房', level1: '配给管理', level2: '公租房承租资格审核' },
    change: { kind: 'timeLimit', timeLimit: '审核结果形成之日起5个工作日内，公示不少于7日' },
    reason:
      '《青穗县公共租赁住房管理办法》规定审核结果须先公示再配租，原20个工作日会造成公示晚于摇号。',
  },
  {
    matter: { field: '社会救助', level1: '综合业务', level2: '困难群众价格补贴发放' },
    change: {
      kind: 'added',
      content: '启动价格补贴联动机制的依据；补贴对象和标准；发放人数、金额和时间',
      basis: '《社会救助暂行办法》、《中华人民共和国政府信息公开条例》',
      timeLimit: '发放完成之日起10个工作日内',
      subject: '县级人民政府民政部门',
      levels: ['county'],
    },
    reason: '价格临时补贴资金量大、群众咨询多，标准指引未单列，县级自行增加。',
  },
]

/** Obligations that a body answers with a reason instead of a document. */
export const notApplicable: readonly NotApplicable[] = [
  {
    organizationCode: 'suicheng',
    matter: { field: '城乡规划', level1: '规划编制', level2: '乡规划及同级的土地利用规划' },
    reason:
      '穗城街道全域位于县城城镇开发边界内及近郊，由县级国土空间总体规划覆盖，不单独编制乡规划。',
  },
  {
    organizationCode: 'suicheng',
    matter: { field: '财政预决算', level2: '政府预算' },
    reason: '街道办事处是县政府派出机关，不设一级财政，街道预算作为部门预算公开。',
  },
  {
    organizationCode: 'suicheng',
    matter: { field: '财政预决算', level2: '政府决算' },
    reason: '街道办事处是县政府派出机关，不设一级财政，街道决算作为部门决算公开。',
  },
  {
    organizationCode: 'suicheng',
    matter: { field: '农村危房改造', level1: '对象认定', level2: '危房改造对象认定结果' },
    reason: '穗城街道4个村近三年动态监测均无新增危房，本年度没有改造任务和认定对象。',
  },
  {
    organizationCode: 'suihe',
    matter: { field: '涉农补贴', level2: '耕地地力保护' },
    reason: '穗河社区为城市社区，没有农村承包耕地。',
  },
  {
    organizationCode: 'wenfenglu',
    matter: { field: '涉农补贴', level2: '耕地地力保护' },
    reason: '文峰路社区为城市社区，没有农村承包耕地。',
  },
  {
    organizationCode: 'chenglan',
    matter: { field: '国有土地上房屋征收与补偿', level1: '征收', level2: '房屋征收决定' },
    reason: '澄岚镇现有建设用地均为集体土地，没有国有土地上房屋征收项目。',
  },
  {
    organizationCode: 'gongan',
    matter: { field: '户籍管理', level1: '收养、入籍等登记', level2: '入籍登记' },
    reason:
      '入籍由国家移民管理机构审批，近五年本县没有经批准入籍后落户的情形，办理指引链接至上级机关网站。',
  },
  {
    organizationCode: 'jiaoyizhongxin',
    matter: { field: '公共资源交易', level1: '矿业权出让信息' },
    reason: '按全省规定，矿业权出让统一进入云岚市公共资源交易平台，县级平台没有矿业权交易。',
  },
  {
    organizationCode: 'nongye',
    matter: {
      field: '涉农补贴',
      level1: '农业资源及生态保护补助资金',
      level2: '农牧民补助奖励政策',
    },
    reason: '本县没有国家划定的草原禁牧和草畜平衡区，不享受草原生态保护补助奖励政策。',
  },
]
