#include "bench/prose.h"

#include <array>

#include "bench/random.h"

namespace nianbao::bench {
namespace {

// `#` stands for a number.
constexpr std::array kSentences = {
    "一年来，我单位把政务公开摆在重要位置，主要负责同志多次听取汇报并作出部署。",
    "通过门户网站主动公开各类信息#条，发布政策解读#篇。",
    "政务微信公众号推送文章#篇，回应群众留言#条。",
    "指定专人负责信息的采集、审核与发布，做到先审查、后公开。",
    "组织业务培训#次，参加人员#人次，干部的公开意识有所增强。",
    "对网站栏目作了梳理，合并栏目#个，新设栏目#个。",
    "围绕财政预算、民生保障、工程建设等群众关心的事项，及时公布办理进展。",
    "在办事大厅设置查阅点，配备电脑和纸质资料，方便来访群众查询。",
    "建立内容保障台账，每季度自查一次，发现问题立即整改。",
    "全年开展检查#次，整改问题#个，整改率达到百分之百。",
    "重大决策出台前，采取座谈、公示等方式听取意见，收集建议#条。",
    "规范性文件印发后，同步发布文字解读、图表解读，让群众看得懂、用得上。",
    "部分科室对公开工作认识还不够，信息更新有时不够及时。",
    "解读形式较为单一，与群众的期待还有差距。",
    "下一步将完善制度，细化责任，把公开贯穿于决策、执行、管理、服务和结果全过程。",
    "加强与上级主管部门的沟通，学习兄弟单位的做法，补齐短板。",
    "举办开放日活动#次，邀请人大代表、政协委员和居民代表走进机关。",
    "编印办事指南#册，在各村（社区）公示栏张贴，扩大知晓面。",
};

std::string with_numbers(const char* sentence, std::mt19937& random) {
  std::string text;
  for (const char* c = sentence; *c != '\0'; ++c)
    text += *c == '#' ? std::to_string(1 + below(240, random)) : std::string(1, *c);
  return text;
}

}  // namespace

std::string summary(const test::ModelReport& report) {
  return "全年新收政府信息公开申请" + report.shown("req_new__total") + "件，上年结转" +
         report.shown("req_carried_in__total") + "件；办结" + report.shown("res_total__total") + "件，结转下年度" +
         report.shown("req_carried_out__total") + "件。发生行政复议" + report.shown("recon_total") + "件。";
}

std::string any_paragraph(std::mt19937& random) {
  std::string text;
  for (unsigned sentences = 2 + below(5, random); sentences > 0; --sentences)
    text += with_numbers(kSentences.at(below(kSentences.size(), random)), random);
  return text;
}

}  // namespace nianbao::bench
