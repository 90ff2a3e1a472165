/** When in the year, and when in the day, people bring something up. */
export type Season = "flat" | "winter" | "summer" | "rain" | "autumn" | "spring";
export type Hours = "day" | "night" | "evening" | "rush" | "always";
export type Spot = "building" | "estate" | "street" | "green" | "none";

export type Matter = {
  code: string;
  weight: number;
  season: Season;
  hours: Hours;
  spot: Spot;
  titles: [string, ...string[]];
};

const table = `
0101 22 flat day street 路边堆有生活垃圾未清运 | 垃圾投放点外散落垃圾 | 绿化带内有暴露垃圾
0102 9 flat day street 路边倾倒装修垃圾 | 建筑渣土堆放多日 | 装修垃圾占用便道
0103 9 autumn day street 道路泥土多，车过扬尘 | 落叶堆积未清扫 | 路面有油污
0104 8 rain rush street 路口积水影响通行 | 雨后路面积水不退 | 公交站前积水
0105 14 summer day estate 垃圾桶满溢，异味明显 | 垃圾桶破损漏液 | 厨余桶未及时清运
0106 3 autumn evening green 有人焚烧落叶 | 空地焚烧杂物，烟味大
0107 3 flat day street 公厕堵塞无法使用 | 公厕洗手台漏水 | 公厕无照明
0108 7 flat day building 楼道小广告较多 | 墙面被乱涂写 | 门口被张贴小广告
0201 4 rain always street 井盖缺失，夜间危险 | 井盖破损下沉 | 井盖松动，车过异响
0202 12 winter evening street 路灯不亮 | 连续几盏路灯熄灭 | 路灯忽明忽暗
0203 9 spring day street 人行道地砖松动 | 路面坑洼 | 盲道砖缺失
0204 11 rain rush street 下水道堵塞，污水外溢 | 雨水口被堵 | 污水井冒溢，气味大
0205 4 spring day green 健身器材损坏 | 休闲座椅断裂 | 单杠松动
0206 2 flat day street 无障碍坡道破损 | 坡道被杂物占用 | 无障碍扶手松脱
0207 4 flat day street 护栏倾倒 | 指示牌歪斜 | 隔离桩缺失
0208 3 rain day street 线缆垂落，行人易碰 | 架空线被大车刮断
0301 17 summer evening street 流动摊贩占道经营 | 夜间烧烤摊占道 | 学校门口摊贩占道
0302 10 summer evening street 店铺出店经营 | 商户在人行道摆放货品
0303 8 flat day street 人行道堆放杂物 | 商户占道堆货 | 便道堆放建材
0304 3 flat day street 未审批广告牌占道 | 沿街广告牌松动
0305 2 summer day street 沿街晾晒衣物 | 护栏上晾挂被褥
0306 9 summer evening green 遛狗不牵绳 | 流浪犬聚集 | 犬只粪便未清理
0401 13 summer night estate 夜间施工噪声扰民 | 午休时段施工噪声大 | 清晨混凝土作业噪声
0402 13 summer night estate 广场舞音量过大 | 邻居深夜播放音响 | 夜间有人聚集喧哗
0403 7 summer night street 商铺外放喇叭扰民 | 夜间餐饮门店噪声大
0404 6 summer evening building 楼下餐饮油烟直排 | 烟道油烟外溢
0405 5 spring day street 工地未遮盖，扬尘大 | 渣土车带泥上路
0406 4 summer evening estate 空气中有刺鼻异味 | 夜间有烧塑料气味
0407 3 summer day green 河道水体发黑 | 湖边排口有污水 | 水面有油膜
0501 6 spring day green 绿地内垃圾较多 | 草坪堆放杂物
0502 5 spring day green 行道树枯死 | 绿化带缺株 | 补种苗木未成活
0503 5 rain rush green 大风吹断树枝 | 树木倾斜，有倒伏危险
0504 3 spring day green 有人毁绿种菜 | 绿地被围占停车
0505 4 summer day green 湖面漂浮物较多 | 水草腐烂有异味 | 河道边垃圾未清
0506 6 summer day green 蚊虫滋生，希望消杀 | 树上虫害严重 | 积水处蚊蝇多
0601 24 flat day estate 物业报修多日无人处理 | 物业服务电话难打通 | 门岗管理松散 | 物业夜间无人值守
0602 20 summer rush building 电梯停运，老人上下楼不便 | 电梯频繁故障 | 电梯运行有异响 | 电梯门关不上
0603 2 summer rush building 电梯困人，请尽快救援 | 电梯突然停住，有人被困
0604 14 flat day building 楼道长期未保洁 | 电梯厅地面脏 | 地下车库未清扫
0605 12 flat day building 楼道堆放纸箱杂物 | 楼梯间放置旧家具 | 消防门后堆物
0606 18 flat day building 单元门禁损坏 | 楼道灯不亮 | 公共水管漏水 | 地库照明损坏
0607 9 spring day estate 公共收益使用不透明 | 停车收费标准有争议 | 物业费调整有异议
0608 19 flat evening estate 小区内停车混乱 | 固定车位被占 | 地库出入口乱停车 | 访客车位不足
0701 5 spring day building 楼顶正在搭建阳光房 | 一楼住户私搭围栏 | 露台在建违法搭建
0702 4 flat day building 存量违建影响采光 | 楼道封门占用公共区域
0703 9 rain day building 顶层雨天渗水 | 外墙渗水致墙皮脱落 | 卫生间漏水到楼下
0704 3 rain day building 外墙瓷砖脱落 | 墙皮掉落，请设围挡
0705 1.2 rain day building 老旧房屋墙体开裂 | 房屋梁柱有裂缝，请鉴定
0706 3 spring day building 装修疑似拆改承重墙 | 住户开挖地面
0801 17 flat rush street 机动车违停堵路 | 消防登高面旁违停 | 路口两侧乱停车
0802 12 summer rush street 共享单车乱停 | 地铁口非机动车占道 | 电动自行车占用盲道
0803 2 flat rush street 路口信号灯不亮 | 信号灯时间异常
0804 4 flat rush street 建议增加高峰班次 | 建议调整站点 | 末班车时间偏早
0805 6 summer evening estate 充电桩故障 | 希望增设充电桩 | 充电车位被燃油车占用
0806 3 flat day estate 长期停放的破旧车辆 | 僵尸车占用车位
0901 8 flat evening estate 消防通道被私家车堵塞 | 消防通道堆放货物
0902 14 summer evening building 电动自行车上楼充电 | 楼道内停放电动自行车 | 飞线充电
0903 2.5 winter always building 楼道有燃气味 | 燃气管道锈蚀
0904 4 summer always building 楼道电线裸露 | 电表箱有烧焦味 | 电箱门损坏
0905 5 flat day building 高层窗台放置花盆 | 空调外机支架松动 | 有人高空抛物
0906 6 winter day building 灭火器缺失 | 消防栓无水 | 应急灯不亮
0907 3 rain always estate 地下车库进水 | 边坡有落石 | 低洼处内涝
0908 4 summer evening street 餐饮店卫生状况差 | 购买食品疑似过期
1001 9 summer rush building 家中停水 | 自来水发黄 | 水压不足
1002 8 summer always estate 片区停电 | 频繁跳闸断电
1003 2.5 winter always estate 停气未通知 | 燃气压力不足
1004 16 winter rush building 暖气不热 | 室温不达标 | 供暖管道漏水
1005 5 flat evening building 宽带故障 | 有线电视无信号 | 弱电箱损坏
1006 1.2 rain always street 围墙有倒塌危险 | 路面突然塌陷
1007 1.5 winter always estate 道路结冰请撒盐 | 大风天门口棚架晃动
1101 14 flat evening building 邻里因漏水产生纠纷 | 邻居占用公共走道 | 楼上噪声引发争执
1102 5 winter day building 独居老人需要上门看望 | 家庭临时困难求助 | 行动不便，请协助就医
1103 4 winter day street 工地欠薪求助 | 临时用工工资未结清
1104 5 flat day street 预付卡商家停业 | 培训机构退费难 | 网购家电安装纠纷
1105 3 flat day none 咨询遗产继承手续 | 申请法律援助
1201 9 flat day building 咨询老年助餐点 | 预约上门理发 | 申请居家养老服务
1202 3 flat day building 残疾人证办理咨询 | 申请辅助器具 | 预约上门服务
1203 4 winter day none 咨询临时救助条件 | 低保申请咨询
1204 10 winter day none 医保缴费代办 | 养老认证代办 | 社保卡补办咨询
1205 4 spring day none 咨询招聘会时间 | 咨询灵活就业补贴
1206 4 summer day none 咨询暑期托管班 | 咨询幼儿园入园 | 希望增设儿童活动区
1207 5 flat day none 预约社区活动室 | 预约篮球场 | 报名社区书画班
1208 16 flat day none 咨询居住证办理 | 咨询老旧小区改造安排 | 咨询加装电梯补贴政策
1209 10 flat day none 建议增设休息座椅 | 建议延长活动室开放时间 | 建议增设快递柜 | 建议规划非机动车停放点
1210 7 flat day none 表扬社区工作人员及时帮忙 | 感谢网格员上门服务 | 感谢物业连夜抢修
`;

export const matters: Matter[] = table
  .trim()
  .split("\n")
  .map((line) => {
    const [code = "", weight = "", season = "", hours = "", spot = "", ...rest] = line.split(" ");
    const [first = "", ...more] = rest.join(" ").split(" | ");
    // The table above is written in these words; a test reads every line of it.
    return {
      code,
      weight: Number(weight),
      season: season as Season,
      hours: hours as Hours,
      spot: spot as Spot,
      titles: [first, ...more],
    };
  });

/** January to December. */
export const seasons: Record<Season, number[]> = {
  flat: [1, 0.9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  winter: [2.1, 1.7, 1.2, 0.6, 0.45, 0.4, 0.4, 0.4, 0.5, 0.7, 1.6, 2.0],
  summer: [0.6, 0.6, 0.75, 0.9, 1.1, 1.4, 1.65, 1.6, 1.25, 0.9, 0.7, 0.6],
  rain: [0.5, 0.5, 0.8, 1.0, 1.3, 2.1, 2.0, 1.3, 0.9, 0.7, 0.6, 0.5],
  autumn: [0.8, 0.7, 0.8, 0.8, 0.8, 0.7, 0.7, 0.8, 1.1, 1.6, 1.8, 1.4],
  spring: [0.8, 0.8, 1.5, 1.6, 1.4, 1.0, 0.8, 0.8, 1.0, 1.1, 0.9, 0.7],
};

/** Midnight to midnight, by the hour. */
export const hoursOfDay: Record<Hours, number[]> = {
  day: [0, 0, 0, 0, 0, 0, 1, 3, 8, 12, 11, 7, 4, 5, 8, 10, 9, 7, 4, 3, 2, 1, 0.5, 0.2],
  rush: [0.4, 0.2, 0.1, 0.1, 0.1, 0.6, 3, 9, 9, 7, 5, 4, 4, 4, 4, 5, 6, 9, 9, 7, 5, 3, 1.5, 0.8],
  evening: [0.5, 0.2, 0.1, 0, 0, 0.1, 0.5, 1.5, 3, 4, 4, 4, 3, 3, 3, 4, 5, 7, 10, 12, 10, 7, 3, 1],
  night: [7, 4, 2, 1, 1, 2, 3, 2, 2, 2, 2, 2, 4, 4, 2, 2, 2, 2, 3, 5, 8, 12, 15, 12],
  always: [1.5, 1, 0.8, 0.7, 0.8, 1, 2, 4, 6, 6, 6, 5, 4, 4, 5, 5, 5, 5, 5, 5, 5, 4, 3, 2],
};
