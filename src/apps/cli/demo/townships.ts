/** What the four towns and their villages are like: enough for every notice to have a place. */
export interface Township {
  readonly code: string
  readonly regionCode: string
  readonly kind: 'township' | 'subdistrict'
  readonly name: string
  readonly head: readonly [name: string, title: string]
  readonly street: string
  readonly postcode: string
  readonly trait: string
  readonly villages: readonly Village[]
}

export interface Village {
  readonly code: string
  readonly region: string
  readonly kind: 'village' | 'community'
  readonly name: string
  readonly head: string
  readonly households: number
  readonly people: number
  /** Contracted farmland in mu; 0 for communities. */
  readonly farmland: number
  readonly trait: string
}

const village = (
  code: string,
  region: string,
  name: string,
  head: string,
  households: number,
  people: number,
  farmland: number,
  trait: string,
): Village => ({
  code,
  region,
  kind: farmland === 0 ? 'community' : 'village',
  name,
  head,
  households,
  people,
  farmland,
  trait,
})

export const townships: readonly Township[] = [
  {
    code: 'suicheng',
    regionCode: '990726001',
    kind: 'subdistrict',
    name: '穗城街道',
    head: ['邱映辉', '办事处主任'],
    street: '穗城街道滨河路58号',
    postcode: '990701',
    trait: '县城所在地，辖2个社区、4个村，常住人口6.8万人，以商贸服务业和近郊蔬菜种植为主',
    villages: [
      village('suihe', '001', '穗河社区', '卢晓岚', 3120, 8964, 0, '老城区，有老旧小区11个'),
      village('wenfenglu', '002', '文峰路社区', '邹佩文', 2876, 8210, 0, '机关单位和学校集中'),
      village('donglong', '201', '东垄村', '龚长庚', 612, 2218, 1386.4, '近郊蔬菜基地'),
      village('qiaotoufan', '202', '桥头畈村', '费云生', 548, 1967, 1240.7, '城东新区征地涉及村'),
      village(
        'xixuba',
        '203',
        '西圩坝村',
        '成有根',
        497,
        1802,
        1672.9,
        '沿穗河圩区，种植水稻、莲藕',
      ),
      village(
        'maichang',
        '204',
        '麦场村',
        '褚大勇',
        433,
        1554,
        1519.3,
        '县城西出口，有物流仓储用地',
      ),
    ],
  },
  {
    code: 'chenglan',
    regionCode: '990726101',
    kind: 'township',
    name: '澄岚镇',
    head: ['汤怀瑾', '镇长'],
    street: '澄岚镇云水街12号',
    postcode: '990702',
    trait: '山区茶叶重镇，辖6个村，常住人口2.1万人，茶园面积1.9万亩，有省级乡村旅游点1处',
    villages: [
      village(
        'shangcheng',
        '201',
        '上澄村',
        '叶春和',
        386,
        1342,
        864.2,
        '镇政府驻地，茶叶加工集中',
      ),
      village('xiacheng', '202', '下澄村', '倪家旺', 342, 1196, 910.5, '澄溪下游，种植优质稻'),
      village('zhangpingling', '203', '樟坪岭村', '骆山青', 218, 731, 655.8, '海拔680米，高山蔬菜'),
      village('zhuxikou', '204', '竹溪口村', '毕水生', 265, 902, 587.6, '毛竹、民宿'),
      village('yunjiao', '205', '云脚村', '甘立夏', 197, 668, 541.9, '地质灾害隐患点2处'),
      village('chalong', '206', '茶垄村', '蓝新叶', 304, 1077, 702.3, '有机茶示范村'),
    ],
  },
  {
    code: 'tangwu',
    regionCode: '990726102',
    kind: 'township',
    name: '棠坞镇',
    head: ['冯稼轩', '镇长'],
    street: '棠坞镇梨花路20号',
    postcode: '990703',
    trait: '丘陵果蔬大镇，辖5个村，常住人口2.6万人，梨园面积1.2万亩，有小微园区1个',
    villages: [
      village('tangwucun', '201', '棠坞村', '施广田', 521, 1843, 1476.1, '集镇所在地'),
      village('liping', '202', '梨坪村', '柳成荫', 408, 1450, 1203.6, '早熟梨主产村'),
      village('shimenao', '203', '石门坳村', '金石坚', 287, 988, 831.4, '原建材矿区，正在生态修复'),
      village('changfan', '204', '长畈村', '宁丰收', 463, 1677, 2140.2, '连片高标准农田'),
      village('gufengling', '205', '古枫岭村', '枫亦秋', 233, 806, 698.7, '传统村落，有古树群'),
    ],
  },
  {
    code: 'luting',
    regionCode: '990726103',
    kind: 'township',
    name: '芦汀镇',
    head: ['虞清晏', '镇长'],
    street: '芦汀镇沿河街35号',
    postcode: '990704',
    trait: '沿河平原粮食主产镇，辖5个村，常住人口3.0万人，水产养殖面积6800亩，是全县防汛重点镇',
    villages: [
      village(
        'lutingcun',
        '201',
        '芦汀村',
        '汪平川',
        576,
        2054,
        1892.5,
        '集镇所在地，有客运码头旧址',
      ),
      village(
        'shazhoushang',
        '202',
        '沙洲上村',
        '鲁江波',
        402,
        1423,
        1768.3,
        '沿河滩地，种植花生、西瓜',
      ),
      village('dukouwan', '203', '渡口湾村', '范晓舟', 351, 1239, 1310.8, '稻虾综合种养'),
      village('liantangfan', '204', '莲塘畈村', '何连生', 389, 1381, 1655.0, '莲子加工'),
      village(
        'jinlinzhou',
        '205',
        '金鳞洲村',
        '于满仓',
        318,
        1126,
        1187.2,
        '池塘养殖，有渔业合作社3家',
      ),
    ],
  },
]
