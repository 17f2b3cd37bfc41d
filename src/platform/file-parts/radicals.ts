/**
 * Chromium and some printers write 白水人民 with the characters of the radical blocks (⽩⽔⼈⺠), which look
 * alike and match nothing. Unicode folds those of U+2F00–2FD5 itself; of U+2E80–2EF3 only two.
 */
const supplement =
  '⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尢⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯竜⻰龙⻱龟⻲龟⻳龟'

const pairs = [...supplement]
const folded = new Map<string, string>()
for (let i = 0; i + 1 < pairs.length; i += 2) folded.set(pairs[i] ?? '', pairs[i + 1] ?? '')

/** Writes radicals as the characters that were meant; the length stays. */
export const foldRadicals = (text: string): string =>
  text.replace(
    /[\u2e80-\u2fd5]/g,
    (radical) => folded.get(radical) ?? radical.normalize('NFKC').charAt(0),
  )
