import type { DemoPerson, Role } from './types.ts'

/**
 * One password for every demo account, printed by the demo so that a visitor can step into any
 * role. Sixteen characters or more, four classes; a real installation makes everyone set their own.
 */
export const demoPassword = 'Qingsui-Demo-2026'

type Row = readonly [
  userName: string,
  displayName: string,
  organizationCode: string,
  section: string,
  ...roles: Role[],
]

// User names are role plus body, because a visitor should guess them: caizheng-clerk, office-signer …
const rows: readonly Row[] = [
  ['admin', '卫启明', 'office', '电子政务科', 'administrator'],
  ['office-clerk', '许晴', 'office', '文电科', 'clerk'],
  ['office-head', '陶思齐', 'office', '文电科', 'sectionHead'],
  ['office-leader', '尹怀安', 'office', '办公室领导', 'leader'],
  ['office-secrecy', '聂守密', 'office', '保密审查岗', 'secrecyReviewer'],
  ['office-signer', '沈明远', 'office', '办公室领导', 'signer'],
  ['office-disclosure', '辛开诚', 'office', '政务公开办公室', 'disclosureOffice'],
  ['office-supervisor', '翟督实', 'office', '督查室', 'supervisor'],
  ['office-assessor', '项考评', 'office', '政务公开办公室', 'assessor'],

  ['caizheng-clerk', '钟秀珠', 'caizheng', '预算股', 'clerk'],
  ['caizheng-head', '戴明达', 'caizheng', '预算股', 'sectionHead'],
  ['caizheng-leader', '薛亦程', 'caizheng', '局领导', 'leader'],
  ['caizheng-signer', '宋怀谷', 'caizheng', '局领导', 'signer'],

  ['jiaoyu-clerk', '乔雨桐', 'jiaoyu', '基础教育股', 'clerk'],
  ['jiaoyu-head', '范书恒', 'jiaoyu', '基础教育股', 'sectionHead'],
  ['jiaoyu-leader', '魏启蒙', 'jiaoyu', '局领导', 'leader'],
  ['jiaoyu-signer', '温若兰', 'jiaoyu', '局领导', 'signer'],

  ['minzheng-clerk', '袁惠', 'minzheng', '社会救助股', 'clerk'],
  ['minzheng-head', '姚济川', 'minzheng', '社会救助股', 'sectionHead'],
  ['minzheng-leader', '邵长福', 'minzheng', '局领导', 'leader'],
  ['minzheng-signer', '苏静仪', 'minzheng', '局领导', 'signer'],

  ['ziran-clerk', '柏青', 'ziran', '征地管理股', 'clerk'],
  ['ziran-head', '严土方', 'ziran', '征地管理股', 'sectionHead'],
  ['ziran-leader', '岑远图', 'ziran', '局领导', 'leader'],
  ['ziran-signer', '江岳川', 'ziran', '局领导', 'signer'],

  ['shichang-clerk', '连清', 'shichang', '食品监管股', 'clerk'],
  ['shichang-head', '管正衡', 'shichang', '食品监管股', 'sectionHead'],
  ['shichang-leader', '纪从严', 'shichang', '局领导', 'leader'],
  ['shichang-signer', '郑允平', 'shichang', '局领导', 'signer'],

  ['suicheng-clerk', '滕小满', 'suicheng', '党政综合办公室', 'clerk'],
  ['suicheng-head', '安道同', 'suicheng', '党政综合办公室', 'sectionHead'],
  ['suicheng-leader', '祝和睦', 'suicheng', '街道领导', 'leader'],
  ['suicheng-signer', '邱映辉', 'suicheng', '街道领导', 'signer'],

  ['chenglan-clerk', '夏知秋', 'chenglan', '党政综合办公室', 'clerk'],
  ['chenglan-head', '云望山', 'chenglan', '党政综合办公室', 'sectionHead'],
  ['chenglan-leader', '梁溪桥', 'chenglan', '镇领导', 'leader'],
  ['chenglan-signer', '汤怀瑾', 'chenglan', '镇领导', 'signer'],

  ['tangwu-clerk', '黎小棠', 'tangwu', '党政综合办公室', 'clerk'],
  ['tangwu-head', '秦亦农', 'tangwu', '党政综合办公室', 'sectionHead'],
  ['tangwu-leader', '杜培元', 'tangwu', '镇领导', 'leader'],
  ['tangwu-signer', '冯稼轩', 'tangwu', '镇领导', 'signer'],

  ['luting-clerk', '洪小苇', 'luting', '党政综合办公室', 'clerk'],
  ['luting-head', '葛长堤', 'luting', '党政综合办公室', 'sectionHead'],
  ['luting-leader', '谷安澜', 'luting', '镇领导', 'leader'],
  ['luting-signer', '虞清晏', 'luting', '镇领导', 'signer'],

  ['shangcheng-clerk', '叶芽', 'shangcheng', '村务公开员', 'clerk'],
  ['changfan-clerk', '宁小禾', 'changfan', '村务公开员', 'clerk'],
  ['lutingcun-clerk', '汪晓渡', 'lutingcun', '村务公开员', 'clerk'],
  ['donglong-clerk', '龚秀菊', 'donglong', '村务公开员', 'clerk'],
  ['suihe-clerk', '卢雅琴', 'suihe', '居务公开员', 'clerk'],
]

export const staff: readonly DemoPerson[] = rows.map(
  ([userName, displayName, organizationCode, section, ...roles]) => ({
    userName,
    displayName,
    organizationCode,
    section,
    roles,
    password: demoPassword,
  }),
)
