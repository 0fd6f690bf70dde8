import type { Lang } from "./words.ts";

/** How each chart comes about, in one or two sentences with authors and year; the long story is in docs/charts.md. */
export const METHODS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  opinions: {
    ja: "コメントを主張に切り分け、言葉・単語ベクトル・論点の近さで結んだグラフを、Louvain 法（Blondel ほか 2008）の合意（Lancichinetti・Fortunato 2012）で群に分ける。割合の区間は Wilson (1927) に、同じ名前が何度も書いた分（Kish 1965）を加味したもの。",
    en: "Comments are cut into claims; a graph of how near these are in words, word vectors and considerations is parted by the consensus (Lancichinetti & Fortunato 2012) of the Louvain method (Blondel et al. 2008). Intervals of shares are Wilson's (1927), widened where names write several comments (Kish 1965).",
  },
  "opinion-map": {
    ja: "主張どうしの近さを平面に写したもの。近いものは似ているが、縦と横の軸に意味はない。",
    en: "How near claims are, laid out on a plane: what is near is alike, and the axes mean nothing.",
  },
  "opinion-time": {
    ja: "期間ごとに、その意見を含むコメントの割合を数える。区間は Wilson (1927)。日時のわからないコメントは除く。",
    en: "The share of comments with the opinion, period by period, with Wilson's intervals (1927); comments without a date are left out.",
  },
  votes: {
    ja: "ページに表示された票（いいね）の多い順。表示のないものは「わからない」として除く。",
    en: "By the votes (likes) that the page shows; where it shows none they are unknown, not zero.",
  },
  engagement: {
    ja: "票の数と直接の返信の数を、書かれた時刻（わからなければページ内の順）に沿って並べる。",
    en: "Votes and direct replies by the time of writing, or by place on the page where that is not known.",
  },
  thread: {
    ja: "返信の親子関係をそのまま木として描く。点の色は、返信が親に同意しているか異論を述べているか。",
    en: "The replies as the tree that they are; colours tell whether a reply agrees with its parent.",
  },
  sides: {
    ja: "提案に対する立場を機械が確率で示し、その平均から割合を推定する（Bella ほか 2010 の確率補正）。区間には、見たことのない提案での取り違えのばらつきを含む。",
    en: "The machine gives each comment a probability of each side; shares are estimated from their means (probabilistic adjusted count, Bella et al. 2010). Intervals hold how differently it errs on measures that it never saw.",
  },
  sentiment: {
    ja: "極性辞書の言葉に、否定・程度・逆接などの規則とロジスティック回帰をあわせて、明るい・暗い・中立・混在に分ける。割合の区間は Rogan・Gladen (1978) の補正による。",
    en: "Words of a lexicon, rules for negation, degree and contrast, and a logistic regression decide between bright, dark, neutral and mixed. Intervals of shares are adjusted after Rogan and Gladen (1978).",
  },
  "sentiment-votes": {
    ja: "語調の点数と票の順位相関（Spearman 1904）。区間はブートストラップ（Efron 1979）。",
    en: "Rank correlation of tone and votes (Spearman 1904) with a bootstrap interval (Efron 1979).",
  },
  codes: {
    ja: "渡されたコーディングルール（KH Coder の書き方、樋口 2014）をコメントごとに当てはめる。区間は Wilson（1927）。",
    en: "Coding rules that were given (as KH Coder writes them, Higuchi 2014) are held against each comment; intervals are Wilson's (1927).",
  },
  considerations: {
    ja: "コメントが何を理由に論じているか（費用、安全、公平など56種）を、ロジスティック回帰が選ぶ。",
    en: "A logistic regression chooses between 56 considerations (cost, safety, fairness …) from which a comment argues.",
  },
  entities: {
    ja: "固有名を条件付き確率場（Lafferty ほか 2001）と人名・地名などの表で見つけ、そのまわりの言葉の語調を平均する。区間はブートストラップ（Efron 1979）。",
    en: "Names are found by a conditional random field (Lafferty et al. 2001) and gazetteers; the tone of the words around them is averaged, with bootstrap intervals (Efron 1979).",
  },
  speakers: {
    ja: "かぎ括弧や「〜と述べた」の形から、言葉と話し手と動詞を規則で取り出す。",
    en: "Rules take words, speaker and verb from brackets and from phrases such as 〜と述べた.",
  },
  citations: {
    ja: "「出典：」などの行、リンク、本文の媒体名を規則で見つける。",
    en: "Rules find source lines, links, and outlets named in the text.",
  },
  keywords: {
    ja: "片方に偏って多い言葉を対数尤度比（Dunning 1993）で選び、偏りの大きさを対数比（Hardie 2014）で示す。",
    en: "Words that one side uses more, by log-likelihood (Dunning 1993); how much more, by log ratio (Hardie 2014).",
  },
  network: {
    ja: "同じ文に出る言葉を、正規化自己相互情報量（Bouma 2009）で結び、Louvain 法（Blondel ほか 2008）で群に分ける。",
    en: "Words that share sentences, joined by normalised pointwise mutual information (Bouma 2009), in communities by the Louvain method (Blondel et al. 2008).",
  },
  replies: {
    ja: "だれがだれに返信したかを数える。「名無し」などの既定の名前は、一人として数えない。",
    en: "Who answers whom, counted; default names such as 名無し are nobody in particular.",
  },
  expectation: {
    ja: "票の数を、ページ内の位置・時刻・深さ・長さから負の二項回帰で見込み、95%予測区間と比べる（Hilbe 2011）。因果を示すものではない。",
    en: "Votes against a negative binomial regression on place, time, depth and length, with its 95 % prediction interval (Hilbe 2011); it shows no cause.",
  },
  lorenz: {
    ja: "票の少ない順に並べた累積の割合（Lorenz 1905）と、偏りの係数（Gini 1912）。",
    en: "Cumulated shares of the votes, fewest first (Lorenz 1905), with Gini's coefficient (1912).",
  },
  activity: {
    ja: "ページに書かれた日時でコメントを数える。時差は考えない。",
    en: "Comments counted by the dates that the page gives, whatever the time zone.",
  },
};
