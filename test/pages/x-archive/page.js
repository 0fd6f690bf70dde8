window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id_str": "1790000000000000001",
      "id": "1790000000000000001",
      "full_text": "夕方の商店街、半分が閉まっていた &gt; 写真は三枚目 https://t.co/aa",
      "created_at": "Mon May 13 08:05:31 +0000 2024",
      "favorite_count": "3",
      "retweet_count": "0",
      "lang": "ja",
      "entities": {
        "urls": [
          {
            "url": "https://t.co/aa",
            "expanded_url": "https://shoten.example/3",
            "indices": [
              "20",
              "40"
            ]
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "id_str": "1790000000000000002",
      "id": "1790000000000000002",
      "full_text": "続き。魚屋さんは来月で閉店とのこと。",
      "created_at": "Mon May 13 08:09:00 +0000 2024",
      "favorite_count": "5",
      "retweet_count": "1",
      "in_reply_to_status_id_str": "1790000000000000001",
      "in_reply_to_user_id_str": "42",
      "entities": {
        "urls": []
      }
    }
  },
  {
    "tweet": {
      "id_str": "1790000000000000003",
      "id": "1790000000000000003",
      "full_text": "RT @shotengai: 来月の朝市は第二日曜です",
      "created_at": "Tue May 14 08:09:00 +0000 2024",
      "favorite_count": "0",
      "retweet_count": "9",
      "entities": {
        "urls": []
      }
    }
  },
  {
    "tweet": {
      "id_str": "1790000000000000004",
      "id": "1790000000000000004",
      "full_text": "@dareka それは知りませんでした",
      "created_at": "Wed May 15 00:00:00 +0000 2024",
      "favorite_count": "1",
      "retweet_count": "0",
      "in_reply_to_status_id_str": "1789999999999999999",
      "entities": {
        "urls": []
      }
    }
  }
]
