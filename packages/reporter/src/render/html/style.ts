/** Screen and paper, without anything fetched; on paper by GB/T 9704, a draft marked on every page. Faces fall back to what the reader's machine has. */
export const REPORT_CSS = `
.report{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 3rem;color:#1a1a1a;background:#fff;
font:1.125rem/1.9 "FangSong_GB2312","FangSong","STFangsong","Noto Serif CJK SC","Source Han Serif SC",serif}
.report h1{margin:1rem 0 2rem;font:400 1.75rem/1.5 "FZXiaoBiaoSong-B05S","SimSun","Songti SC","Noto Serif CJK SC",serif;text-align:center}
.report .letterhead{margin:1rem 0 2rem;padding-bottom:.5rem;border-bottom:2px solid #c00000;color:#c00000;font:400 1.75rem/1.5 "FZXiaoBiaoSong-B05S","SimSun","Songti SC","Noto Serif CJK SC",serif;text-indent:0;text-align:center}
.report h1 span,.report .letterhead span{display:block}
.report h2,.report h3,.report h4,.report h5{margin:1.5em 0 .5em;font-size:1.125rem;font-weight:400}
.report h2{font-family:"SimHei","Heiti SC","Noto Sans CJK SC",sans-serif}
.report h3{font-family:"KaiTi_GB2312","KaiTi","Kaiti SC",serif}
.report p{margin:0;text-indent:2em;text-align:justify}
.report .draft{margin:0 0 1rem;padding:.25rem;border:2px solid #b00020;color:#b00020;text-indent:0;text-align:center;font-weight:700}
.report .scroll{overflow-x:auto;margin:1rem 0}
.report table{width:100%;border-collapse:collapse;font-size:1rem;line-height:1.5}
.report table.dense{min-width:44rem;font-size:.8125rem;table-layout:fixed}
.report caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.report th,.report td{padding:.25rem .35rem;border:1px solid #555;font-weight:400;text-align:center;vertical-align:middle}
.report th{text-wrap:balance}
.report th{background:#f4f4f4}
.report .left{text-align:left}
.report .vertical{writing-mode:vertical-rl;letter-spacing:.2em}
.report a{color:#0b4f9e;text-decoration:underline}
.report td a{display:inline-block;min-width:24px;min-height:24px;line-height:24px}
.report .signature{margin-top:2em;text-align:right}
.report .signature p{text-indent:0;text-align:right}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page:right{@bottom-right{content:"— " counter(page) " —";font:14pt "SimSun",serif}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:14pt "SimSun",serif}}
@page draft{@top-right{content:"草稿";color:#b00020;font:16pt "SimHei",sans-serif}}
@media print{
.report{max-width:none;padding:0;font-size:16pt;line-height:28.95pt}
.report h1{font-size:22pt}
.report h2,.report h3,.report h4,.report h5{margin:0;font-size:16pt;text-indent:2em;break-after:avoid}
.report p{orphans:1;widows:1}
.report:has(.draft){page:draft}
.report .draft{display:none}
.report .scroll{overflow:visible}
.report table{break-inside:avoid;font-size:12pt;line-height:1.4}
.report table.dense{min-width:0;font-size:9pt}
.report table.dense th,.report table.dense td{padding:.1rem}
.report tr{break-inside:avoid}
.report thead{display:table-header-group}
.report a{color:inherit;text-decoration:none}
.report td a{min-height:0;line-height:inherit}
.report .signature{break-inside:avoid}
}`.trim();
