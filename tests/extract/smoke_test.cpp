#include <gtest/gtest.h>
TEST(Smoke, extract) {}
