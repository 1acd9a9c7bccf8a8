"""Writes pages of invented statistics: for each county and year a communiqué and a plan, with the words of such pages.

The same numbers give the same pages. Counties are real names of GB/T 2260, so that the program knows them; every figure is invented,
and each page says so.
"""
import pathlib
import random

# Indicator, unit, the value of the first year, how many digits it is printed with.
LEVELS = [
    ("地区生产总值", "亿元", 180, 2), ("第一产业增加值", "亿元", 31, 2), ("第二产业增加值", "亿元", 72, 2),
    ("第三产业增加值", "亿元", 77, 2), ("一般公共预算收入", "亿元", 9.4, 2), ("固定资产投资", "亿元", 120, 2),
    ("社会消费品零售总额", "亿元", 64, 2), ("粮食总产量", "万吨", 24.6, 2), ("粮食播种面积", "万亩", 61.2, 1),
    ("猪肉产量", "万吨", 1.9, 2), ("水果产量", "万吨", 6.3, 2), ("蔬菜产量", "万吨", 18.8, 2),
    ("城镇居民人均可支配收入", "元", 26800, 0), ("农村居民人均可支配收入", "元", 11900, 0),
    ("接待游客", "万人次", 210, 1), ("旅游总收入", "亿元", 14.2, 2), ("进出口总额", "亿元", 3.1, 2),
    ("金融机构各项存款余额", "亿元", 205, 2), ("金融机构各项贷款余额", "亿元", 118, 2), ("全社会用电量", "亿千瓦时", 8.8, 2),
]
STOCKS = [
    ("常住人口", "万人", 41.3, 2), ("城镇化率", "%", 44.1, 2), ("森林覆盖率", "%", 51.3, 1), ("普通小学在校学生", "人", 21400, 0),
    ("医疗卫生机构床位", "张", 1880, 0), ("公路通车里程", "公里", 1630, 1),
]
PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1>
<p>发布日期：{date} 来源：{publisher}</p>
<div id="zoom">
{paragraphs}
<p>（示例数据，并非真实统计：{title}）</p>
</div></body></html>
"""


def counties(table, count):
    """Names of counties that no other place shares, spread over the table."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    known = {}
    for row in rows:
        known.setdefault(row[1], set()).add(row[0])
    names = [r[1] for r in rows if r[3] == "county" and len(r) < 7 and r[1].endswith("县") and len(known[r[1]]) == 1]
    step = max(1, len(names) // count)
    return names[::step][:count]


def write(folder, table, county_count, first, last):
    """Writes the pages into `folder` and gives their number."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = 0
    for index, county in enumerate(counties(table, county_count)):
        chance = random.Random(index)
        size = 0.6 + chance.random()
        levels = {name: value * (size if unit != "元" else 1) for name, unit, value, _ in LEVELS}
        stocks = {name: value * (size if unit != "%" else 1) for name, unit, value, _ in STOCKS}
        for year in range(first, last + 1):
            lines = []
            left_out = 0.1 + 0.4 * chance.random()
            for name, unit, _, digits in LEVELS:
                rate = round(chance.uniform(-1.5, 12.5), 1)
                levels[name] *= 1 + rate / 100
                if chance.random() < left_out:
                    continue
                word = "增长" if rate >= 0 else "下降"
                lines.append(f"<p>全年{name}{levels[name]:.{digits}f}{unit}，比上年{word}{abs(rate)}%。</p>")
            for name, unit, _, digits in STOCKS:
                stocks[name] *= 1 + chance.uniform(0, 0.015)
                lines.append(f"<p>{year}年末，全县{name}{stocks[name]:.{digits}f}{unit}。</p>")
            page(folder / f"{index:03}-{year}-communique.html", f"{year}年{county}国民经济和社会发展统计公报", f"{year + 1}-04-12",
                 f"{county}统计局", [f"<p>{year}年，{county}经济运行平稳，社会事业稳步推进，居民生活继续改善。</p>"] + lines)
            goals = [f"<p>{year + 1}年主要预期目标：地区生产总值增长{chance.randint(5, 9)}%左右。</p>"]
            for name, unit, _, digits in LEVELS[:5]:
                goals.append(f"<p>{year + 1}年，{name}力争达到{levels[name] * 1.08:.{digits}f}{unit}。</p>")
            page(folder / f"{index:03}-{year}-plan.html", f"{county}{year + 1}年国民经济和社会发展计划", f"{year + 1}-02-20",
                 f"{county}人民政府", [f"<p>{county}{year + 1}年的工作，要坚持稳中求进，抓好重点任务落实，办好民生实事。</p>"] + goals)
            pages += 2
    return pages


def page(path, title, date, publisher, paragraphs):
    path.write_text(PAGE.format(title=title, date=date, publisher=publisher, paragraphs="\n".join(paragraphs)), encoding="utf-8")
