//! What kind of device somebody signed in on, so coarsely that a person knows it again and nobody is told apart by it.

/// What a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Platform {
    /// A phone with Android.
    AndroidPhone,
    /// A tablet with Android.
    AndroidTablet,
    /// An iPhone.
    IPhone,
    /// An iPad.
    IPad,
    /// A computer with Windows.
    Windows,
    /// A computer of Apple.
    Mac,
    /// A computer with Linux or ChromeOS.
    Linux,
    /// Anything else, and whatever says nothing.
    #[default]
    Other,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::AndroidPhone,
        Self::AndroidTablet,
        Self::IPhone,
        Self::IPad,
        Self::Windows,
        Self::Mac,
        Self::Linux,
        Self::Other,
    ];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AndroidPhone => "android_phone",
            Self::AndroidTablet => "android_tablet",
            Self::IPhone => "iphone",
            Self::IPad => "ipad",
            Self::Windows => "windows",
            Self::Mac => "mac",
            Self::Linux => "linux",
            Self::Other => "other",
        }
    }

    fn of(agent: &str) -> Self {
        let has = |word: &str| agent.contains(word);
        if has("Android") {
            if has("Mobile") { Self::AndroidPhone } else { Self::AndroidTablet }
        } else if has("iPhone") {
            Self::IPhone
        } else if has("iPad") {
            Self::IPad
        } else if has("Windows") {
            Self::Windows
        } else if has("Macintosh") {
            Self::Mac
        } else if has("Linux") || has("CrOS") {
            Self::Linux
        } else {
            Self::Other
        }
    }
}

/// Which family of browsers a device uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Browser {
    /// Chrome, and what calls itself so.
    Chrome,
    /// Edge.
    Edge,
    /// Firefox.
    Firefox,
    /// Opera, also Opera Mini.
    Opera,
    /// Safari.
    Safari,
    /// Samsung Internet.
    Samsung,
    /// Anything else.
    #[default]
    Other,
}

impl Browser {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Chrome, Self::Edge, Self::Firefox, Self::Opera, Self::Safari, Self::Samsung, Self::Other];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Edge => "edge",
            Self::Firefox => "firefox",
            Self::Opera => "opera",
            Self::Safari => "safari",
            Self::Samsung => "samsung",
            Self::Other => "other",
        }
    }

    /// Most browsers also claim to be Chrome and Safari, so these are asked last.
    fn of(agent: &str) -> Self {
        let words: [(&str, Self); 9] = [
            ("Edg", Self::Edge),
            ("OPR/", Self::Opera),
            ("Opera", Self::Opera),
            ("SamsungBrowser", Self::Samsung),
            ("Firefox/", Self::Firefox),
            ("FxiOS", Self::Firefox),
            ("CriOS", Self::Chrome),
            ("Chrome/", Self::Chrome),
            ("Safari/", Self::Safari),
        ];
        words.into_iter().find(|(word, _)| agent.contains(word)).map_or(Self::Other, |(_, browser)| browser)
    }
}

/// A device as its owner would call it. Neither version nor model is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Machine {
    /// What it is.
    pub platform: Platform,
    /// What it browses with.
    pub browser: Browser,
}

impl Machine {
    /// What a browser says of itself in `User-Agent`.
    #[must_use]
    pub fn of_agent(agent: &[u8]) -> Self {
        let agent = String::from_utf8_lossy(agent);
        Self { platform: Platform::of(&agent), browser: Browser::of(&agent) }
    }

    /// The name under which it is stored.
    #[must_use]
    pub fn code(self) -> String {
        format!("{}/{}", self.platform.code(), self.browser.code())
    }

    /// Reads [`Machine::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (platform, browser) = code.split_once('/')?;
        Some(Self {
            platform: Platform::ALL.into_iter().find(|known| known.code() == platform)?,
            browser: Browser::ALL.into_iter().find(|known| known.code() == browser)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn browsers_are_known_by_what_they_say() {
        for (agent, code) in [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
                "android_phone/chrome",
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; SM-A107F) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
                "android_phone/samsung",
            ),
            (
                "Mozilla/5.0 (Linux; Android 12; SM-T225) AppleWebKit/537.36 Chrome/130.0 Safari/537.36",
                "android_tablet/chrome",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
                "iphone/safari",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
                "windows/edge",
            ),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0", "windows/firefox"),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15",
                "mac/safari",
            ),
            ("Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.12", "other/opera"),
            ("", "other/other"),
        ] {
            assert_eq!(Machine::of_agent(agent.as_bytes()).code(), code, "{agent}");
        }
    }

    proptest! {
        #[test]
        fn what_is_stored_is_read_again_and_holds_nothing_of_the_agent(agent in any::<Vec<u8>>()) {
            let machine = Machine::of_agent(&agent);
            prop_assert_eq!(Machine::from_code(&machine.code()), Some(machine));
            prop_assert!(machine.code().len() < 24);
        }
    }

    #[test]
    fn every_name_is_another() {
        let all =
            Platform::ALL.into_iter().flat_map(|platform| Browser::ALL.map(|browser| Machine { platform, browser }));
        let codes: std::collections::BTreeSet<String> = all.map(Machine::code).collect();
        assert_eq!(codes.len(), Platform::ALL.len() * Browser::ALL.len());
    }
}
