devices-title = Your devices
devices-link = See your devices
devices-lead = Your account is open on these devices. One that is not used for 30 minutes signs out by itself.
devices-what = Device
devices-since = Signed in since
devices-seen = Last used
devices-here = This device
devices-end = Sign out
devices-unknown = Is one of them not yours? Sign it out, then change your password.
devices-done-one = That device is signed out.
device-android-phone = Android phone
device-android-tablet = Android tablet
device-windows = Windows computer
device-mac = Mac
device-linux = Linux computer
device-other = Another device

confirm-title = Show that it is you
confirm-lead = The next step matters. We ask once more, so that nobody acts in your name.
confirm-button = Continue
confirm-back = Back
confirm-hint = It counts for 5 minutes on this device. You then return to the page you came from and go on there.

rescue-title = Secure an account
rescue-link = Secure somebody's account
rescue-lead = For somebody whose phone is lost or whose account is used by somebody else.
rescue-number-hint = The person whose account is to be secured.
rescue-find = Find the account
rescue-devices = { $devices ->
    [0] Not signed in on any device.
    [one] Signed in on 1 device.
   *[other] Signed in on { $devices } devices.
}
rescue-no-account = This person has no account yet. There is nothing to secure.
rescue-end = Sign out on all devices
rescue-end-hint = The person has to sign in again on each device. If somebody else knows the password, print a new slip as well. This is recorded.
rescue-done-sessions = That person is signed out on all devices.
