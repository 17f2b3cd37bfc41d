/**
 * Names of people cannot be known by rule alone; surnames with what stands around them say enough to
 * decide whether a sentence or a column speaks of persons. 百家姓 by frequency of the seventh census.
 */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛车娄粟饶池冉冷边卞占' +
  '尚祖房滕米麦戚虞郁骆蓝华匡宗党臧商简丘褚褟全晏敖邬连蒲岑鄢应房闻储刁宫苟楚蔺明仇厉缪豆栾屠胥麻巫逄沙'
const surnames: ReadonlySet<string> = new Set(single)
const double =
  /^(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|长孙|夏侯|令狐|端木|宇文|南宫)/

// Words that begin like a name and are none.
const notNames =
  /^(?:高血|高中|高等|高级|高校|高新|高龄|马上|马路|金额|金融|方案|方面|方式|方法|方可|万元|万人|万亩|时间|时候|时限|文件|文化|文明|文号|安全|安置|安排|安装|安徽|江苏|江西|江南|江北|江东|黄岩|黄河|路线|路段|路口|关于|关系|关键|关注|成立|成果|成员|成本|成功|常住|常务|常见|常规|明确|明细|单位|单价|单元|全县|全部|全面|全省|全国|全体|全市|全年|应急|应当|应付|应用|连续|党员|党委|党组|党支|商品|商务|商贸|向上|向下|易地|易燃|管理|管委|管道|余额|项目|项下|申请|申报|申领|简介|简要|项|华东|华侨|解决|解释|解除|解放|沙洲|白天|石油|石化|田间|田园|水利|林业|林地|林场|林木|牛羊|毛利|程序|程度|施工|施行|施肥|温度|温州|温岭|金华|严格|严重|严禁|严肃|万户|范围|纪委|纪律|纪检|强化|强制|强调|何时|何种|边界|边防|司法|司机|车辆|车位|车间|任务|任何|任职|任期|任免|游客|游泳|阳光|席位|席地|成人|成年|房屋|房产|房地|房租|麦田|麦类|连接|宫颈|包括|包装|包含|包联|谷物|路灯|路面|路网|景区|景观|尤其|盛大|甘蔗|祖国|宁波|宁夏|左右|季度|季节|童装|宗旨|宗地|明年|明天|全长|全程)/

/** Whether a cell or a word has the shape of a person's name. */
export function isName(text: string): boolean {
  const name = text.replace(/[\s\u3000\u200b]/g, '')
  if (/^[\p{Script=Han}]{2,8}[·•・][\p{Script=Han}·•・]{1,14}$/u.test(name)) return true
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || notNames.test(name)) return false
  if (double.test(name)) return name.length >= 3
  return surnames.has(name[0] ?? '') && name.length <= 3
}

// 「姓名：张三」「患者张三」「张三，男」「张三（女」「张三同学」「学生张三」
const told = [
  /(?:姓名|患者|病人|学生|孤儿|村民|居民|儿童|户主|申请人|被告人|受害人|被害人|原告|残疾人|女童|男童|当事人|监护人|对象|贫困户|低保户|特困户|五保户|脱贫户|监测户|未成年人|留守儿童|困境儿童|感染者|患儿)[:：为是]?\s{0,2}(\p{Script=Han}{2,4}?)(?=[，,。；;、（(\s\d]|患|因|身患|确诊|就读|系|现|于|在|的|$)/gu,
  /(?<![\p{Script=Han}])(\p{Script=Han}{2,3})(?=[，,（(]\s?(?:男|女)[，,）)。；\d])/gu,
  /(\p{Script=Han}{2,3})(?=(?:小)?同学|小朋友)/gu,
  /(?<![\p{Script=Han}])(\p{Script=Han}{2,3})(?=[（(]\d{1,3}岁)/gu,
  /(?<![\p{Script=Han}])(\p{Script=Han}{2,3})(?=[，,]?(?:身患|患有|因患|确诊为|被确诊))/gu,
]

/** The names that a stretch of text tells for sure, with their offsets in it. */
export function namesTold(stretch: string): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = []
  for (const pattern of told)
    for (const match of stretch.matchAll(pattern)) {
      const name = match[1] ?? ''
      const at = match.index + match[0].lastIndexOf(name)
      if (isName(name) && !found.some((one) => one.at === at)) found.push({ name, at })
    }
  return found
}
