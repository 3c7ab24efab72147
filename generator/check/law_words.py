"""The words and links by which money is asked for. Ordinary words of accounts (银行存款, 转账记录) are none of them."""

from __future__ import annotations

import re

_LINKS = re.compile(
    r"wxp://|weixin://|alipays?://|(?:qr|mobile|render|ds|m)\.alipay\.com|payapp\.weixin|wx\.tenpay\.com"
    r"|qr\.95516\.com|paypal\.(?:me|com)|qr\.chinaums\.com"
    r"|shuidichou\.com|shuidihuzhu\.com|qschou\.com|qsc(?:hou)?\.cn|gofundme\.com"
)
_ACCOUNTS = re.compile(
    r"(?:账[号户]|卡号|对公户)[^0-9，。；]{0,12}[0-9][0-9\-]{8,}"
    r"|开户(?:行|银行|支行)(?:及账号)?[:：为]"
    r"|(?:支付宝|微信|云闪付)(?:账?号|账户|收款|转账)?[:：为]?(?:1[0-9]{10}|[a-z0-9._+-]+@[a-z0-9.-]+|[0-9]{8,})"
)
_WORDS = re.compile(
    r"收[款钱](?:二维)?码|付款(?:二维)?码|赞赏码|捐[款赠](?:二维)?码|捐[款赠]二维码"
    r"|扫[码描][^，。；]{0,8}(?:捐[款赠]|支付|付款|转账)"
    r"|捐[款赠](?:请)?(?:直接)?(?:转账?|汇款?|打款?)(?:至|到|入)"
    r"|(?:捐[款赠]|募捐|爱心)(?:专用)?账[号户][:：为是]"
    r"|(?:欢迎|敬请|(?<!申)请)(?:大家|各界|社会各界|爱心人士|您)?(?:踊跃|积极)?捐[款赠](?![人者方单企])"
    r"|(?:我要|立即|点击|马上)捐[款赠]"
)
_DENIED = re.compile(r"(?:没有|没|不|无|未|禁止|谨防|拒绝|冒充|假冒)[^，。；]{0,8}$")


def asks_for_money(folded: str, *, of_public: bool) -> bool:
    """Whether a folded text raises money or says where to pay; ``of_public``: a question, which may name such words."""
    compact = re.sub(r"\s", "", folded)
    if _LINKS.search(compact) or _ACCOUNTS.search(compact):
        return True
    if of_public:
        return False
    return any(not _DENIED.search(compact[: found.start()]) for found in _WORDS.finditer(compact))
