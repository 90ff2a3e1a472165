/** Words that speak for a category. A person decides; the words that matched are shown as the reason. */
const words: Record<string, string> = {
  "0101": "生活垃圾 暴露垃圾 垃圾未清运 散落垃圾",
  "0102": "建筑垃圾 装修垃圾 渣土",
  "0104": "积水",
  "0105": "垃圾桶 厨余桶",
  "0107": "公厕",
  "0108": "小广告 乱涂写 乱张贴",
  "0201": "井盖 manhole",
  "0202": "路灯 streetlight",
  "0203": "人行道 地砖 路面坑洼 盲道 pothole",
  "0204": "下水道 污水 雨水口 排水 冒溢",
  "0205": "健身器材 座椅 单杠",
  "0206": "无障碍",
  "0207": "护栏 指示牌 隔离桩",
  "0208": "线缆 架空线",
  "0301": "占道经营 流动摊贩 摊贩",
  "0302": "出店经营 店外经营",
  "0303": "占道堆 堆放建材",
  "0306": "遛狗 流浪犬 犬只 狗",
  "0401": "施工噪声 夜间施工",
  "0402": "广场舞 噪声 噪音 noise",
  "0404": "油烟",
  "0405": "扬尘",
  "0406": "异味 臭味",
  "0503": "树木倒 断枝 树枝",
  "0602": "电梯坏 电梯故障 电梯停 电梯 lift",
  "0603": "困人 被困电梯",
  "0604": "保洁",
  "0605": "楼道堆 楼道杂物",
  "0606": "楼道灯 门禁 监控 单元门",
  "0607": "物业费 收费",
  "0608": "小区停车 车位",
  "0701": "违建 搭建",
  "0703": "渗漏 漏水 渗水",
  "0704": "外墙 墙皮",
  "0801": "违停 乱停车 机动车乱停",
  "0802": "共享单车 非机动车",
  "0803": "信号灯 红绿灯",
  "0805": "充电桩",
  "0806": "僵尸车 弃置车辆",
  "0901": "消防通道 生命通道",
  "0902": "飞线充电 电动车充电 楼道充电",
  "0903": "燃气 煤气 gas",
  "0904": "电线老化 电线裸露 漏电",
  "0905": "高空抛物 高空坠物",
  "0906": "灭火器 消防栓 消防设施",
  "1001": "停水 水压 水质",
  "1002": "停电",
  "1003": "停气",
  "1004": "供暖 暖气 不热",
  "1101": "邻里 邻居纠纷",
  "1103": "欠薪 工资",
  "1104": "退款 消费",
  "1201": "助餐 老年餐 上门服务",
  "1202": "残疾",
  "1203": "低保 救助",
  "1204": "社保 医保",
  "1205": "就业 招聘",
  "1206": "托育 幼儿",
  "1209": "建议",
  "1210": "感谢 表扬",
};

export type Suggestion = { code: string; matched: string[] };

/** The categories whose words stand in a text, those with the most of it first. */
export function suggestCategories(text: string, most = 3): Suggestion[] {
  const given = text.toLowerCase();
  return Object.entries(words)
    .map(([code, list]) => ({ code, matched: list.split(" ").filter((word) => given.includes(word)) }))
    .filter(({ matched }) => matched.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || a.code.localeCompare(b.code))
    .slice(0, most);
}

/** A long word says more than a short one, and one word counts once however often it stands there. */
const weightOf = ({ matched }: Suggestion) => Math.max(...matched.map((word) => word.length)) * 10 + matched.length;
