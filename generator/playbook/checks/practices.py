"""What a good shop never tells its staff to say or do: words that must not stand in the playbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.playbook.checks.index import Check, Known, place
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.questions import Multi, Single, TrueFalse
from generator.playbook.model.record import Route
from generator.playbook.model.scripts import ReplyLine
from generator.playbook.model.text import ANY
from generator.playbook.phrases import Phrases
from generator.playbook.problems import Problem

# Places that must be able to name what is banned: what is never said, what customers say, examples of doing it
# badly, wrong options, scenes to judge, other words for the search, terms and their meaning.
_EXEMPT = {
    "never",
    "never_claim",
    "misuse",
    "says",
    "bad",
    "stem",
    "glossary",
    "aliases",
    "trainer",
    "demands",
    "reason",
}
# Places customers read or hear.
_TO_CUSTOMERS = {"reply", "lines", "claims", "consents"}

_BANNED = (
    "好评返现|返现卡|五星返|晒图返|改好评|删差评|修改评价送|中评5元|差评10元|冒充|我是主管|业主名单|业主信息|圈养|磨人|圈钱|"
    "收割|洗脑|搞定客户|难缠|刁民|亲亲|宝子|呵呵|您们|治疗|消炎|药妆|医学护肤|无副作用|100%不过敏|孕妇可用|"
    "cash ?back for (a )?(good )?reviews?|5-star reward|five-star reward|change your review for|I am the supervisor|"
    "captive customer|difficult customer|milk the customer"
)
_DOUBTFUL = (
    "绝对|仅剩|最后一天|全网|保证治|一定会喜欢|越全越好|每天联系|默认同意|"
    "guaranteed to|only \\d+ left|last chance|you will love"
)
# 最好先试 is advice and 安全第一 is a rule; only what praises the goods or the shop counts.
_SUPERLATIVE = (
    r"最好(?=[的用看吃喝卖]|[，。！？；、”’…]|$)|(全国|全球|全网|全市|行业|业内|同行|销量|世界|国内|口碑|品质|质量|效果|服务|排名)第一"
    r"|第一(品牌|名牌|选择)|\bthe best\b(?![- ](before|way|time|moment|thing))|\bnumber one\b|\bNo\. ?1\b"
)
# 不能治疗 and 不叫“亲亲”“宝子” say what not to do or say; 不含酒精且无副作用 does not.
_TOLD_OFF = re.compile(
    r"(?:不|别|勿|莫|没有?|无法|禁止|严禁|避免|拒绝|杜绝)(?:要|能|可以?|得|许|准|再|会|应该?)?"
    r"(?:(?:说|写|叫|称呼?|用|提|谈|讲|发|喊|替代|代替|承诺|保证|宣传|使用|作|做|搞|是|当|找).{0,16})?[“‘]?$"
    r"|\b(?:not|never|no|nobody|avoid|without|cannot|refuse)\b.*$|n['’]t\b.*$",
    re.I,
)
_OPTIONAL = re.compile(r"\(.*|.\?|\\d\+")


def _at_least(words: str) -> str:
    """What of an expression stands in whatever it finds, in small letters: the longest piece that is only letters."""
    return max(reversed(_OPTIONAL.split(words)), key=len).casefold()


# Hardly any text holds a piece of one of these; only those that do, small letters for capital ones, are looked at.
_SUSPECT = Phrases(
    (
        *map(_at_least, f"{_BANNED}|{_DOUBTFUL}".split("|")),
        *("最好", "第一", "the best", "number one", "no. 1", "no.1"),
    )
)
_STOP = re.compile(r"停|退订|不想(再)?收|\bstop\b|unsubscribe", re.I)
_KINDS = {"banned-words": _BANNED, "doubtful-words": _DOUBTFUL, "superlative": _SUPERLATIVE}
_CLAUSE = re.compile(r"[，。！？；：,.!?;:\n]")


def nothing_is_told_that_no_good_shop_says(playbook: Playbook, known: Known) -> Iterator[Problem]:
    """Banned and doubtful words anywhere; superlatives where customers read or hear them."""
    for route, text in known.texts:
        suspect = [language for language, said in text.said.items() if _SUSPECT.within(said.casefold())]
        if not suspect or not _EXEMPT.isdisjoint(route) or _is_wrong_answer(playbook, route):
            continue
        for kind, words in _KINDS.items():
            for language in suspect if kind != "superlative" or {*route} & _TO_CUSTOMERS else ():
                if told := _told(text.said[language], re.compile(words, re.IGNORECASE)):
                    yield Problem(kind, place(route, language), {"words": told})


def _marketing(reply: Sequence[ReplyLine]) -> Iterator[tuple[int, list[ReplyLine]]]:
    """The number of the first marketing part of each message, and all that is sent with it; so of each `only_if`."""
    begins = [number for number, line in enumerate(reply) if line.next or not number]
    for begin, end in pairwise([*begins, len(reply)]):
        always = [line for line in reply[begin:end] if line.only_if is None]
        told = False
        for number in range(begin, end):
            line = reply[number]
            if line.marketing and (line.only_if is not None or not told):
                told = told or line.only_if is None
                yield number, [line, *always]


def marketing_says_who_and_how_to_stop(playbook: Playbook, _known: Known) -> Iterator[Problem]:
    shop = playbook.shop.name.said
    for index, script in enumerate(playbook.scripts):
        for number, message in _marketing(script.reply):
            for language in message[0].say.said:
                said = "\n".join(part.say.said.get(language, "") for part in message)
                route: Route = ("scripts", index, "reply", number, "say", *([language] if language else []))
                name = shop.get(language) or shop.get(ANY, "")
                if "{shop}" not in said and (not name or name not in said):
                    yield Problem("marketing-no-shop", route)
                if not _STOP.search(said):
                    yield Problem("marketing-no-stop", route)


def _told(said: str, expression: re.Pattern[str]) -> str | None:
    """The first words of the kind that are not told off."""
    found = expression.finditer(said)
    return next((each.group() for each in found if not _is_told_off(said, each.start())), None)


def _is_told_off(said: str, start: int) -> bool:
    """Whether the words before, in the same clause, say not to: 不叫“亲亲”, never “cash back for reviews”."""
    return bool(_TOLD_OFF.search(_CLAUSE.split(said[:start])[-1]))


def _is_wrong_answer(playbook: Playbook, route: Route) -> bool:
    if route[:2] != ("training", "questions") or playbook.training is None:
        return False
    question = playbook.training.questions[int(route[2])]
    match question:
        case Single() | Multi() if len(route) > 4 and route[3] == "options":
            return not question.options[int(route[4])].right
        case TrueFalse():
            return not question.answer
        case _:
            return False


CHECKS: tuple[Check, ...] = (
    nothing_is_told_that_no_good_shop_says,
    marketing_says_who_and_how_to_stop,
)
